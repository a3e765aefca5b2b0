import { expect, test } from 'vitest';
import type { RemovalReceipt, RemovalStep } from '../../app/contract/removal-views.ts';
import { leftToDo, removedOn, serviceKindOf } from './receipt-words.ts';
import { inGerman } from './testing/in-german.ts';

const receiptOf = (...steps: readonly RemovalStep[]): RemovalReceipt => ({
  id: '1',
  removedAtMs: new Date(2026, 2, 5, 14, 7).getTime(),
  isAccountDeleted: false,
  steps,
});

test('what waits is left to do, and a session that cannot be ended from here is not', () => {
  const receipt = receiptOf(
    { subject: 'session', result: 'erased' },
    { subject: 'webCache', result: 'atNextStart' },
    { subject: 'serverSession', result: 'queued' },
  );
  expect(leftToDo(receipt)).toEqual([
    'Cache of its pages: In use until Hotseat ends; erased when it starts next',
    'Session at the service: Ended as soon as the service answers',
  ]);
  expect(leftToDo(receiptOf({ subject: 'serverSession', result: 'failed' }))).toEqual([]);
  expect(leftToDo(receiptOf({ subject: 'webFolder', result: 'failed' }))).toHaveLength(1);
});

test('a receipt says when and of what, in German as well', async () => {
  const receipt = receiptOf({ subject: 'webCache', result: 'queued' });
  expect([removedOn(receipt), serviceKindOf(receipt)]).toEqual([
    expect.stringMatching(/^Removed March 5, 2026 at 2:07\sPM$/u),
    'Unknown service',
  ]);
  expect(await inGerman(() => [removedOn(receipt), ...leftToDo(receipt)])).toEqual([
    'Entfernt am 5. März 2026 um 14:07',
    'Cache seiner Seiten: Wartet',
  ]);
});
