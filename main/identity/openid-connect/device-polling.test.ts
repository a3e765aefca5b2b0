import { describe, expect, it } from 'vitest';
import { createManualTimers } from '../../../app/testing/manual-timers.ts';
import type { ErrorReport } from '../../../app/errors.ts';
import { fail, succeed, type Outcome } from '../../../app/outcome.ts';
import { poll } from './device-polling.ts';
import type { Talked } from './issuer-access.ts';

const failing = (error: ErrorReport): Talked<string> => ({ ok: false, error });
const unreachable = failing({ code: 'networkUnavailable' });
const pending: Talked<string> = {
  ok: false,
  error: { code: 'serverError', status: 400 },
  refusal: 'authorization_pending',
};

/** Answers in this order, the last one for ever; remembers when it was asked, in seconds. */
const begin = (answers: readonly Talked<string>[], { intervalSeconds = 5, lifeMs = 600_000 } = {}) => {
  const timers = createManualTimers();
  const controller = new AbortController();
  const askedAt: number[] = [];
  let nowSeconds = 0;
  let outcome: Outcome<string> | undefined;
  const polling = poll({
    ask: () => {
      askedAt.push(nowSeconds);
      return Promise.resolve(answers[Math.min(askedAt.length, answers.length) - 1] ?? unreachable);
    },
    intervalSeconds,
    lifeMs,
    timers,
    signal: controller.signal,
  });
  void polling.then((came) => {
    outcome = came;
    return came;
  });
  const pass = async (seconds: number): Promise<void> => {
    for (let second = 0; second < seconds; second += 1) {
      nowSeconds += 1;
      await timers.advance(1000);
    }
  };
  return { pass, askedAt, timers, controller, came: () => outcome };
};

describe('asking whether the person has decided', () => {
  it('D7, C4: asks later and later while no answer comes, and as before when one did', async () => {
    const { pass, askedAt, came } = begin([unreachable, unreachable, pending, pending, succeed('tokens')]);
    await pass(60);
    expect(askedAt).toEqual([5, 15, 35, 40, 45]);
    expect(came()).toEqual(succeed('tokens'));
  });

  it('C4: waits at least as long as a busy server says, and a minute at most', async () => {
    const busy = (seconds: number) =>
      failing({ code: 'serverError', status: 429, retryAfterSeconds: seconds });
    const { pass, askedAt } = begin([busy(30), busy(86_400), unreachable]);
    await pass(160);
    expect(askedAt).toEqual([5, 35, 95, 155]);
  });

  it('D7: ends with the code’s time in the middle of a pause, and leaves no timer', async () => {
    const { pass, came, timers, askedAt } = begin([unreachable], { lifeMs: 12_000 });
    await pass(11);
    expect(came()).toBeUndefined();
    await pass(1);
    expect(came()).toEqual(fail({ code: 'authenticationRejected', because: 'tooLate' }));
    expect([askedAt, timers.pendingCount()]).toEqual([[5], 0]);
  });

  it('D6: ends at once when it is cancelled in the middle of a pause', async () => {
    const { pass, came, timers, controller } = begin([pending]);
    await pass(7);
    controller.abort();
    await pass(0);
    await timers.advance(0);
    expect(came()).toEqual(fail({ code: 'cancelled' }));
    expect(timers.pendingCount()).toBe(0);
  });

  it('D7: a refusal that is none of the known ends it', async () => {
    const error: ErrorReport = { code: 'serverError', status: 400, text: 'unauthorized_client' };
    const { pass, came } = begin([{ ok: false, error, refusal: 'unauthorized_client' }]);
    await pass(5);
    expect(came()).toEqual(fail(error));
  });
});
