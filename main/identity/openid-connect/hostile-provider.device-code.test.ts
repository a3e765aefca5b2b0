import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fail } from '../../../app/outcome.ts';
import type { Mischief } from './testing/hostile-provider.ts';
import { HostileStage } from './testing/hostile-stage.ts';
import { until, valueOf } from './testing/signing-in.ts';

let stage: HostileStage;
beforeEach(async () => {
  stage = await HostileStage.open();
});
afterEach(async () => {
  await stage.close();
});

const untrusted = fail({ code: 'serverError', problem: 'untrusted' });

describe('a device code', () => {
  it.each([
    ['javascript:', { verification_uri: 'javascript:alert(1)' }],
    ['file:', { verification_uri: 'file:///etc/passwd' }],
    ['plain http', { verification_uri: 'http://other.example/go' }],
    ['a name for a host', { verification_uri: 'https://issuer.example@evil.example/go' }],
    ['javascript: in the complete one', { verification_uri_complete: 'javascript:alert(1)' }],
    ['no code to show', { user_code: '\u202E\u200B' }],
  ])('D7: %s is refused before anybody sees it', async (_what, change) => {
    const { logInByDevice, steps } = stage.open({ device: (honest) => ({ ...honest, ...change }) });
    expect(await logInByDevice()).toEqual(untrusted);
    expect(steps).toEqual([]);
  });

  const openWithCode = async (
    answers: readonly string[],
    device: Mischief['device'] = (honest) => honest,
  ) => {
    const answersLeft = [...answers];
    const opened = stage.open({
      device,
      token: (honest) => {
        const error = answersLeft.shift();
        return error === undefined ? { body: honest } : { status: 400, body: { error } };
      },
    });
    const logging = opened.logInByDevice();
    await until(() => opened.steps.length > 0);
    /** Lets that much time pass, and whatever is asked then be answered. */
    const pass = async (seconds: number): Promise<number> => {
      await until(() => opened.timers.pendingCount() === 2);
      await opened.timers.advance(seconds * 1000);
      await Promise.race([logging, until(() => opened.timers.pendingCount() === 2)]);
      return stage.issuer.countOf('/token');
    };
    return { ...opened, logging, pass };
  };

  it('D7: slow_down adds five seconds each time', async () => {
    const { logging, pass } = await openWithCode(['authorization_pending', 'slow_down', 'slow_down']);
    expect(await pass(5)).toBe(1);
    expect(await pass(5)).toBe(2);
    expect(await pass(9)).toBe(2);
    expect(await pass(1)).toBe(3);
    expect(await pass(14)).toBe(3);
    expect(await pass(1)).toBe(4);
    expect(valueOf(await logging).subject).toBe('ada');
  });

  it.each([
    ['expired_token', 'tooLate'],
    ['access_denied', 'denied'],
    ['authorization_declined', 'denied'],
    ['bad_verification_code', 'denied'],
  ] as const)('D7: %s is told as %s', async (error, because) => {
    const { logging, pass } = await openWithCode([error]);
    await pass(5);
    expect(await logging).toEqual(fail({ code: 'authenticationRejected', because }));
  });

  it('D7: a code that is never approved ends when its time is over, however often it may be asked', async () => {
    const { logging, timers } = await openWithCode([], (honest) => ({
      ...honest,
      interval: 1e9,
      expires_in: 30,
    }));
    await timers.advance(30_000);
    expect(await logging).toEqual(fail({ code: 'authenticationRejected', because: 'tooLate' }));
    expect(stage.issuer.countOf('/token')).toBe(0);
  });

  it('D5: its id_token is checked too', async () => {
    const { logging, pass, givenBack } = await openWithCode([]);
    stage.issuer.mischief.claims = (claims) => ({ ...claims, aud: 'other' });
    await pass(5);
    expect(await logging).toEqual(untrusted);
    expect(givenBack).toEqual([stage.issuer.granted()]);
  });

  it('is not offered where the issuer has none', async () => {
    const { logInByDevice } = stage.open({
      metadata: ({ device_authorization_endpoint: _device, ...honest }) => honest,
    });
    expect(await logInByDevice()).toEqual(fail({ code: 'conflict', with: 'notOffered' }));
  });
});
