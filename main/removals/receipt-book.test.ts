import '../storage/testing/use-electron-stand-in.ts';
import fs from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  removalSubjectSchema,
  type RemovalResult,
  type RemovalStep,
} from '../../app/contract/removal-views.ts';
import type { RemovalRecord } from '../../app/ports.ts';
import { valueOf } from '../../app/testing/fake-world.ts';
import { serviceIdSchema, type UserId } from '../../app/users/user.ts';
import { systemRandom } from '../launch/system-ports.ts';
import { encodeChecksummed } from '../storage/checksummed-text.ts';
import { sampleUserId } from '../storage/testing/sample-users.ts';
import { scratchDirectory } from '../storage/testing/scratch-directory.ts';
import { ReceiptBook } from './receipt-book.ts';

let scratch: ReturnType<typeof scratchDirectory>;
let nowMs = 0;
beforeEach(() => {
  scratch = scratchDirectory();
  nowMs = 1_000;
});
afterEach(() => scratch[Symbol.dispose]());

const open = () =>
  new ReceiptBook({
    directory: scratch.path,
    clock: { nowMs: () => nowMs },
    random: systemRandom,
    kindOf: (id) => (id === shop ? 'appServices' : undefined),
  });
const shop = serviceIdSchema.parse('shop');
const stepsOf = (result: RemovalResult): readonly RemovalStep[] =>
  removalSubjectSchema.options.map((subject) => ({ subject, result }));
const recordOf = (
  userId: UserId,
  steps = stepsOf('erased'),
  revocationId = `wait-${userId}`,
): RemovalRecord => ({
  userId,
  serviceId: shop,
  isAccountDeleted: false,
  revocationId,
  steps,
});
const listOf = async (book: ReceiptBook) => valueOf(await book.list());
const stored = () => fs.readFileSync(join(scratch.path, 'receipts.json'), 'utf8');

describe('the book of receipts', () => {
  it('keeps them over a restart, newest first, tied to their users until these are told to be over', async () => {
    const [ann, bob] = [sampleUserId(), sampleUserId()];
    const book = open();
    valueOf(await book.record([recordOf(ann, [{ subject: 'session', result: 'failed' }])]));
    nowMs = 2_000;
    valueOf(await book.record([recordOf(bob)]));
    expect(
      (await listOf(open())).map(({ removedAtMs, finishedAtMs }) => [removedAtMs, finishedAtMs]),
    ).toEqual([
      [2_000, 2_000],
      [1_000, undefined],
    ]);
    expect(open().tied()).toMatchObject([{ userId: bob }, { userId: ann, serviceId: shop }]);
    nowMs = 3_000;
    valueOf(await open().record([recordOf(ann)]));
    const last = open();
    valueOf(await last.untie([ann, bob]));
    expect((await listOf(open())).map(({ finishedAtMs }) => finishedAtMs)).toEqual([2_000, 3_000]);
    expect(open().tied()).toEqual([]);
    for (const name of ['receipts.json', 'receipts.previous.json'])
      for (const id of [ann, bob, shop])
        expect(
          fs.readFileSync(join(scratch.path, name), 'utf8').replaceAll(/wait-\S+?"/gu, ''),
        ).not.toContain(id);
  });

  it('says “erased” of what was there before and is not any more, and “nothing there” of what never was', async () => {
    const ann = sampleUserId();
    const book = open();
    valueOf(
      await book.record([
        recordOf(ann, [
          { subject: 'webFolder', result: 'atNextStart' },
          { subject: 'webCache', result: 'empty' },
        ]),
      ]),
    );
    valueOf(await book.record([recordOf(ann, stepsOf('empty'))]));
    const [receipt] = await listOf(book);
    const resultOf = (subject: string) => receipt?.steps.find((step) => step.subject === subject)?.result;
    expect([resultOf('webFolder'), resultOf('webCache'), resultOf('session')]).toEqual([
      'erased',
      'empty',
      'empty',
    ]);
  });

  it('is finished when its session has ended at the service, or never will be ended from here', async () => {
    const users = [sampleUserId(), sampleUserId()] as const;
    const book = open();
    const queued = (userId: UserId) =>
      recordOf(userId, [...stepsOf('erased'), { subject: 'serverSession', result: 'queued' }]);
    valueOf(await book.record(users.map(queued)));
    expect((await listOf(book)).map(({ finishedAtMs }) => finishedAtMs)).toEqual([undefined, undefined]);
    expect(book.waitingFor()).toEqual(users.map((id) => `wait-${id}`));
    nowMs = 5_000;
    await book.revocationEnded(`wait-${users[0]}`, true);
    await book.revocationEnded(`wait-${users[1]}`, false);
    await book.revocationEnded('of-somebody-else', true);
    expect((await listOf(open())).map(({ finishedAtMs }) => finishedAtMs)).toEqual([5_000, 5_000]);
    expect([open().waitingFor(), stored().includes('wait-')]).toEqual([[], false]);
  });

  it('forgets those that are finished, when it is asked to', async () => {
    const [ann, bob] = [sampleUserId(), sampleUserId()];
    const book = open();
    valueOf(await book.record([recordOf(ann), recordOf(bob, [{ subject: 'session', result: 'failed' }])]));
    valueOf(await book.untie([ann]));
    valueOf(await book.forget());
    expect(open().tied()).toMatchObject([{ userId: bob }]);
    expect(await listOf(book)).toHaveLength(1);
  });

  it('keeps two hundred, the newest', async () => {
    const book = open();
    const first = Array.from({ length: 150 }, () => recordOf(sampleUserId()));
    valueOf(await book.record(first));
    nowMs = 2_000;
    valueOf(await book.record(Array.from({ length: 1_000 }, () => recordOf(sampleUserId()))));
    expect((await listOf(book)).map(({ removedAtMs }) => removedAtMs)).toEqual(Array(200).fill(2_000));
    // Those that had no room and are told of again come back, and still there are two hundred.
    valueOf(await book.record(first));
    expect(await listOf(open())).toHaveLength(200);
  });

  it('A7, A11: puts a damaged file aside and begins anew; leaves one alone that a newer Hotseat wrote', async () => {
    fs.writeFileSync(join(scratch.path, 'receipts.json'), 'damaged');
    const book = open();
    expect(await listOf(book)).toEqual([]);
    valueOf(await book.record([recordOf(sampleUserId())]));
    expect(fs.readdirSync(join(scratch.path, 'quarantine'))).toHaveLength(1);
    const { text } = encodeChecksummed({ version: 999, receipts: 'other' });
    fs.writeFileSync(join(scratch.path, 'receipts.json'), text);
    expect(open().notices).toEqual([{ kind: 'newerVersion', what: 'removals' }]);
    expect(await open().record([recordOf(sampleUserId())])).toMatchObject({
      ok: false,
      error: { code: 'storageUnavailable', problem: 'newerVersion' },
    });
    expect(stored()).toBe(text);
  });
});
