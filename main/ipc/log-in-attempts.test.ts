import { describe, expect, it, vi } from 'vitest';
import type { LogInStep } from '../../app/identity/identity-provider.ts';
import type { Cancellation } from '../../app/ports.ts';
import { LogInAttempts } from './log-in-attempts.ts';

/** An attempt that ends when it is cancelled, or when told to. */
const waiting = () => {
  let end: (how: string) => void = () => undefined;
  const ended = new Promise<string>((settle) => {
    end = settle;
  });
  const attempt = ({ cancellation }: { readonly cancellation: Cancellation }) => {
    if (cancellation.aborted) end('cancelled');
    cancellation.addEventListener('abort', () => end('cancelled'));
    return ended;
  };
  return { attempt, finish: () => end('finished') };
};

describe('login attempts', () => {
  it('cancels the one that is named', async () => {
    const attempts = new LogInAttempts();
    const [one, two] = [waiting(), waiting()];
    const answers = [attempts.run('1', one.attempt), attempts.run('2', two.attempt)];
    attempts.cancel('1');
    two.finish();
    expect(await Promise.all(answers)).toEqual(['cancelled', 'finished']);
  });

  it('has nothing to cancel once an attempt is over', async () => {
    const attempts = new LogInAttempts();
    const { attempt, finish } = waiting();
    finish();
    expect(await attempts.run('1', attempt)).toBe('finished');
    attempts.cancel('1');
    attempts.cancel('never begun');
  });

  it('gives the place of an attempt to the next one with its id', async () => {
    const attempts = new LogInAttempts();
    const [first, second] = [waiting(), waiting()];
    const answers = [attempts.run('1', first.attempt), attempts.run('1', second.attempt)];
    expect(await answers[0]).toBe('cancelled');
    attempts.cancel('1');
    expect(await answers[1]).toBe('cancelled');
  });

  it('tells what an attempt waits for, and knows its page while it does', async () => {
    const told = vi.fn<(attemptId: string, step: LogInStep) => void>();
    const attempts = new LogInAttempts(told);
    const { attempt, finish } = waiting();
    let tell: (step: LogInStep) => void = () => undefined;
    const answer = attempts.run('1', (accompaniment) => {
      tell = (step) => accompaniment.onStep(step);
      return attempt(accompaniment);
    });
    expect(attempts.pageOf('1')).toBeUndefined();
    tell({ kind: 'browser', url: 'https://id.example.org/authorize' });
    expect(attempts.pageOf('1')).toBe('https://id.example.org/authorize');
    const device = { kind: 'deviceCode', userCode: 'AB-CD', expiresAtMs: 1 } as const;
    tell({ ...device, verificationUrl: 'https://id.example.org/device' });
    expect(attempts.pageOf('1')).toBe('https://id.example.org/device');
    tell({
      ...device,
      verificationUrl: 'https://id.example.org/device',
      completeUrl: 'https://id.example.org/c',
    });
    expect(attempts.pageOf('1')).toBe('https://id.example.org/c');
    expect(told.mock.calls.map(([id, { kind }]) => [id, kind])).toEqual([
      ['1', 'browser'],
      ['1', 'deviceCode'],
      ['1', 'deviceCode'],
    ]);
    finish();
    await answer;
    expect(attempts.pageOf('1')).toBeUndefined();
    tell({ kind: 'browser', url: 'https://late.example' });
    expect(attempts.pageOf('1')).toBeUndefined();
    expect(told).toHaveBeenCalledTimes(3);
  });

  it('cancels everything when Hotseat quits, what is begun late too', async () => {
    const attempts = new LogInAttempts();
    const answer = attempts.run('1', waiting().attempt);
    await attempts.close();
    expect(await answer).toBe('cancelled');
    expect(await attempts.run('2', waiting().attempt)).toBe('cancelled');
  });
});
