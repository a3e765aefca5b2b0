import { expect, test } from 'vitest';
import type { Outcome, UserId } from '../../app/contract/bridge.ts';
import type { Answer, OutgoingRequest } from '../../app/contract/request-views.ts';
import { isRunning, openAnswers, type Standing } from './answers.ts';
import { sampleServiceId } from './sample-services.ts';
import { sampleUserId } from './sample-users.ts';

const ada = sampleUserId(1);
const bob = sampleUserId(2);
const lab = sampleServiceId('lab');
const shop = sampleServiceId('shop');
const request: OutgoingRequest = { kind: 'http', method: 'GET', url: '/users', headers: [] };

const answer = (text: string): Answer => ({
  status: 200,
  statusText: 'OK',
  headers: [],
  durationMs: 5,
  byteCount: text.length,
  isCut: false,
  content: { kind: 'text', text },
});

/** Answers whose calls are ended by hand, in any order. */
const stage = () => {
  const calls: { readonly userId: UserId; readonly end: (outcome: Outcome<Answer>) => void }[] = [];
  const cancelled: string[] = [];
  const standings = new Map<UserId, Standing>();
  let count = 0;
  const answers = openAnswers({
    send: ({ userId }) =>
      new Promise((resolve) => {
        calls.push({ userId, end: resolve });
      }),
    cancel: (requestId) => cancelled.push(requestId),
    standingOf: (userId) => standings.get(userId) ?? 'in',
    newId: () => `request-${(count += 1)}`,
  });
  const end = async (index: number, outcome: Outcome<Answer>) => {
    calls[index]?.end(outcome);
    await new Promise((resolve) => setImmediate(resolve));
  };
  const runs = (serviceId = lab) => answers.store.getState().get(serviceId)?.runs;
  const textOf = (userId: UserId) => {
    const state = runs()?.find((run) => run.userId === userId)?.state;
    if (state?.kind === 'waiting') return state.text;
    return state?.kind === 'answered' && state.answer.content.kind === 'text'
      ? state.answer.content.text
      : undefined;
  };
  const part = (userId: UserId, text: string, requestId = 'request-1') =>
    answers.receive({
      kind: 'answerPart',
      requestId,
      userId,
      part: { kind: 'text', text, byteCount: text.length },
    });
  return { answers, calls, cancelled, standings, end, runs, textOf, part };
};

const ok = (text: string): Outcome<Answer> => ({ ok: true, value: answer(text) });
const as = (userId: UserId, wasActive = false) => ({ userId, wasActive });

test('C9: answers that come in any order stand under the user each was sent as, and know who was active', async () => {
  const { answers, end, runs, textOf } = stage();
  void answers.send(lab, request, [as(ada, true), as(bob)]);
  await end(1, ok('bobs'));
  await end(0, ok('adas'));
  expect(textOf(ada)).toBe('adas');
  expect(textOf(bob)).toBe('bobs');
  expect(runs()?.map(({ userId, wasActive }) => [userId, wasActive])).toEqual([
    [ada, true],
    [bob, false],
  ]);
});

test('text stands there as it comes, until the whole answer takes its place', async () => {
  const { answers, end, textOf, part } = stage();
  void answers.send(lab, request, [as(ada)]);
  answers.receive({
    kind: 'answerPart',
    requestId: 'request-1',
    userId: ada,
    part: { kind: 'head', status: 200, statusText: 'OK' },
  });
  part(ada, 'one ');
  part(ada, 'two');
  expect(textOf(ada)).toBe('one two');
  await end(0, ok('one two three'));
  part(ada, 'late');
  expect(textOf(ada)).toBe('one two three');
});

test('parts of another request, or of one that was replaced, change nothing', async () => {
  const { answers, end, textOf, part } = stage();
  void answers.send(lab, request, [as(ada)]);
  void answers.send(lab, request, [as(bob)]);
  part(ada, 'adas');
  await end(0, ok('adas'));
  expect(textOf(ada)).toBeUndefined();
  part(bob, 'bobs', 'request-2');
  expect(textOf(bob)).toBe('bobs');
});

test('C2, C10: who logs out or is locked meanwhile loses the answer, and one who is removed the place too', async () => {
  const { answers, end, runs, standings, textOf } = stage();
  void answers.send(lab, request, [as(ada), as(bob)]);
  await end(1, ok('bobs'));
  standings.set(ada, 'loggedOut');
  await end(0, ok('adas'));
  expect(runs()?.[0]?.state).toEqual({ kind: 'failed', error: { code: 'userLoggedOut' } });
  standings.set(bob, 'locked');
  answers.review();
  expect(textOf(bob)).toBeUndefined();
  expect(runs()?.[1]?.state).toEqual({ kind: 'failed', error: { code: 'locked' } });
  standings.set(ada, 'gone').set(bob, 'gone');
  answers.review();
  expect(runs()).toBeUndefined();
});

test('a request that cannot be sent leaves the answers before it as they were', async () => {
  const { answers, end, textOf } = stage();
  void answers.send(lab, request, [as(ada)]);
  await end(0, ok('adas'));
  const second = answers.send(lab, request, [as(ada), as(bob)]);
  const error = { code: 'invalidInput', field: 'requestUrl', problem: 'foreign' } as const;
  await end(1, { ok: false, error });
  await end(2, { ok: false, error });
  expect(await second).toEqual({ kind: 'refused', error });
  expect(textOf(ada)).toBe('adas');
});

test('a failure of one user stands beside the answer of the other', async () => {
  const { answers, end, runs } = stage();
  const sending = answers.send(lab, request, [as(ada), as(bob)]);
  await end(0, { ok: false, error: { code: 'networkUnavailable' } });
  await end(1, ok('bobs'));
  expect(await sending).toMatchObject({ kind: 'over', exchange: { requestId: 'request-1' } });
  expect(runs()?.map(({ state }) => state.kind)).toEqual(['failed', 'answered']);
});

test('every service has an exchange of its own, and cancelling names the one that is meant', async () => {
  const { answers, cancelled, end, runs } = stage();
  void answers.send(lab, request, [as(ada)]);
  void answers.send(shop, request, [as(bob)]);
  answers.cancel(shop);
  expect(cancelled).toEqual(['request-2']);
  await end(1, { ok: false, error: { code: 'cancelled' } });
  const exchange = answers.store.getState().get(lab);
  expect(exchange && isRunning(exchange)).toBe(true);
  answers.dismiss(lab);
  expect(runs(lab)).toBeUndefined();
  expect(runs(shop)).toHaveLength(1);
});
