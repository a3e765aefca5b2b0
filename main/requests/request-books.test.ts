import '../storage/testing/use-electron-stand-in.ts';
import fs from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OutgoingRequest } from '../../app/contract/request-views.ts';
import { directoryService } from '../../app/identity/service.ts';
import { fail, succeed } from '../../app/outcome.ts';
import { withSaved, withSent, withStatus } from '../../app/requests/request-book.ts';
import { createManualTimers } from '../../app/testing/manual-timers.ts';
import { valueOf } from '../../app/testing/fake-world.ts';
import { serviceIdSchema, userIdSchema, type ServiceId, type UserId } from '../../app/users/user.ts';
import { encodeChecksummed } from '../storage/checksummed-text.ts';
import { scratchDirectory } from '../storage/testing/scratch-directory.ts';
import type { StorageNotice } from '../storage/versioned-reading.ts';
import { RequestBooks } from './request-books.ts';

const here = directoryService.id;
const shop = serviceIdSchema.parse('shop');
const ana = userIdSchema.parse('user-000001');
const ben = userIdSchema.parse('user-000002');
const request: OutgoingRequest = {
  kind: 'http',
  method: 'POST',
  url: '/notes?token=CANARY-ana-query-1',
  headers: [{ name: 'X-Api-Key', value: 'CANARY-ana-header-1' }],
  body: 'CANARY-ana-body-1',
};

let scratch: ReturnType<typeof scratchDirectory>;
let timers: ReturnType<typeof createManualTimers>;
let notices: StorageNotice[];
beforeEach(() => {
  scratch = scratchDirectory();
  timers = createManualTimers();
  notices = [];
});
afterEach(() => scratch[Symbol.dispose]());

const open = () =>
  new RequestBooks({
    directory: join(scratch.path, 'requests'),
    clock: { nowMs: () => 0 },
    timers,
    log: { warn: () => undefined },
    post: (found) => notices.push(...found),
  });

const at = (name: string) => join(scratch.path, 'requests', name);

const send = (books: RequestBooks, requestId: string, userId: UserId, serviceId: ServiceId = here) =>
  books.note(serviceId, (book) => withSent(book, { requestId, userId, request, sentAtMs: 1 }));

/** Everything in the folder as one text. */
const onDisk = (): string =>
  fs
    .readdirSync(scratch.path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => fs.readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');

const save = (books: RequestBooks, name: string) =>
  books.change(here, (book) => withSaved(book, { id: name, name, request }));

describe('the books of requests', () => {
  it('history is on disk a little later, all of a burst in one write, and there after a restart', async () => {
    const books = open();
    send(books, 'a', ana);
    send(books, 'b', ana);
    books.note(here, (book) => withStatus(book, { requestId: 'a', userId: ana, status: 204 }));
    expect(fs.existsSync(at('directory.json'))).toBe(false);
    await timers.advance(1_000);
    await books.flush();
    expect(fs.existsSync(at('directory.previous.json'))).toBe(false);
    expect(
      open()
        .bookOf(here)
        .past.map(({ id, answers }) => [id, answers]),
    ).toEqual([
      ['b', [{ userId: ana }]],
      ['a', [{ userId: ana, status: 204 }]],
    ]);
    expect(timers.pendingCount()).toBe(0);
  });

  it('history holds no secret', async () => {
    const books = open();
    send(books, 'a', ana);
    await books.flush();
    expect(onDisk()).toContain('/notes');
    expect(onDisk()).not.toContain('CANARY');
  });

  it('each service has a book of its own, which only its owner may read', async () => {
    const books = open();
    send(books, 'a', ana);
    send(books, 'b', ben, shop);
    await books.flush();
    expect([books.bookOf(here).past.length, books.bookOf(shop).past[0]?.id]).toEqual([1, 'b']);
    if (process.platform !== 'win32') expect(fs.statSync(at('shop.json')).mode & 0o777).toBe(0o600);
  });

  it('what is saved is on disk before it counts, as a whole', async () => {
    const books = open();
    valueOf(await save(books, 'Add'));
    expect(open().bookOf(here).saved).toEqual([{ id: 'Add', name: 'Add', request }]);
  });

  it('A3: what cannot be saved has not changed, and says so', async () => {
    fs.writeFileSync(at(''), 'a file where the folder should be');
    const books = open();
    expect(await save(books, 'Add')).toMatchObject({ ok: false, error: { code: 'storageUnavailable' } });
    expect(books.bookOf(here).saved).toEqual([]);
  });

  it('G3: a removed user is in no book any more, nor in what was before it', async () => {
    const books = open();
    send(books, 'a', ana);
    send(books, 'a', ben);
    await books.flush();
    send(books, 'b', ana, shop);
    await books.flush();
    valueOf(await save(books, 'Add'));
    expect(onDisk()).toContain(ana);
    expect(await open().eraseRequestsOf(ana)).toEqual(succeed('erased'));
    expect(onDisk()).not.toContain(ana);
    expect(onDisk()).toContain(ben);
    expect(open().bookOf(here)).toMatchObject({ past: [{ id: 'a' }], saved: [{ name: 'Add' }] });
    expect(await open().eraseRequestsOf(ana)).toEqual(succeed('empty'));
  });

  it('G3: also one that only the generation before still has', async () => {
    const books = open();
    send(books, 'a', ana);
    await books.flush();
    for (let count = 0; count < 100; count += 1) send(books, `b-${count}`, ben);
    await books.flush();
    expect(fs.readFileSync(at('directory.json'), 'utf8')).not.toContain(ana);
    expect(fs.readFileSync(at('directory.previous.json'), 'utf8')).toContain(ana);
    expect(await books.eraseRequestsOf(ana)).toEqual(succeed('erased'));
    expect(onDisk()).not.toContain(ana);
  });

  it('C10: what comes in after the removal is not written', async () => {
    const books = open();
    send(books, 'a', ana);
    expect(await books.eraseRequestsOf(ana)).toEqual(succeed('empty'));
    books.note(here, (book) => withStatus(book, { requestId: 'a', userId: ana, status: 200 }));
    await books.flush();
    expect(onDisk()).not.toContain(ana);
  });

  it('a removal that could not be written is repeated', async () => {
    const books = open();
    send(books, 'a', ana);
    await books.flush();
    fs.mkdirSync(at('directory.new.json/in-the-way'), { recursive: true });
    expect((await books.eraseRequestsOf(ana)).ok).toBe(false);
    expect(onDisk()).toContain(ana);
    fs.rmSync(at('directory.new.json'), { recursive: true });
    expect(await books.eraseRequestsOf(ana)).toEqual(succeed('erased'));
    expect(onDisk()).not.toContain(ana);
  });

  it('goes with its service, and at the start with one that is there no more', async () => {
    const books = open();
    send(books, 'a', ana);
    send(books, 'b', ana, shop);
    await books.flush();
    await books.erase(here);
    expect(fs.readdirSync(at(''))).toEqual(['shop.json']);
    await open().eraseOthers(new Set([here]));
    expect(fs.readdirSync(at(''))).toEqual([]);
  });

  it('A7: a damaged one is told of, put aside, and replaced', async () => {
    valueOf(await save(open(), 'Add'));
    fs.writeFileSync(at('directory.json'), '{"damaged":');
    const books = open();
    expect(books.bookOf(here)).toEqual({ past: [], saved: [] });
    expect(notices).toEqual([{ kind: 'lost', what: 'requests' }]);
    valueOf(await save(books, 'New'));
    expect(fs.readdirSync(at('quarantine'))).toHaveLength(1);
    expect(
      open()
        .bookOf(here)
        .saved.map(({ name }) => name),
    ).toEqual(['New']);
  });

  it('A11: one of a newer Hotseat is told of and left as it is', async () => {
    const { text } = encodeChecksummed({ version: 999, pages: [ana] });
    fs.mkdirSync(at(''), { recursive: true });
    fs.writeFileSync(at('directory.json'), text, { mode: 0o600 });
    const books = open();
    const refused = fail({ code: 'storageUnavailable', problem: 'newerVersion' });
    expect(books.bookOf(here)).toEqual({ past: [], saved: [] });
    expect(notices).toEqual([{ kind: 'newerVersion', what: 'requests' }]);
    expect(await save(books, 'New')).toEqual(refused);
    send(books, 'a', ana);
    await books.flush();
    // A removal cannot say that it is gone: the receipt says that it failed.
    expect(await books.eraseRequestsOf(ana)).toEqual(refused);
    expect(fs.readFileSync(at('directory.json'), 'utf8')).toBe(text);
  });
});
