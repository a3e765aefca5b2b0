import type { IdentityProvider } from '../../app/identity/identity-provider.ts';
import { done, fail, succeed } from '../../app/outcome.ts';
import type { Session } from '../../app/sessions/session.ts';
import { fakeAppServices } from '../../app/testing/fake-app-services.ts';
import { FakeService } from '../../app/testing/fake-service.ts';

/** The tokens of somebody, by how often they were refreshed. */
export const tokensOf = (email: string, generation: number): Session => ({
  accessToken: `CANARY-${email}-access-${generation}`,
  refreshToken: `CANARY-${email}-refresh-${generation}`,
});

const generationIn = (token: string): number => Number(/-(\d+)$/.exec(token)?.[1]);

/**
 * A service that remembers nothing, so that it is the same before and after Hotseat is killed: whoever comes is let
 * in, and the first tokens of each are refused once they are used.
 */
export const plainService = ({ isOffline = false } = {}): IdentityProvider => ({
  logIn: async (method) => {
    if (method.kind !== 'emailPassword') return fail({ code: 'authenticationRejected' });
    const { email } = method;
    return succeed({
      session: tokensOf(email, 1),
      subject: `subject-of-${email}`,
      profile: { email, name: nameOf(email) },
      identities: [],
      isAnonymous: false,
      isProvenNow: true,
    });
  },
  refresh: async ({ refreshToken = '' }) => {
    const email = /^CANARY-(.+)-refresh-/.exec(refreshToken)?.[1] ?? '';
    return succeed(tokensOf(email, generationIn(refreshToken) + 1));
  },
  revoke: async () => (isOffline ? fail({ code: 'networkUnavailable' }) : done),
  apiOrigins: async () => [],
  appServices: {
    ...fakeAppServices(new FakeService()),
    callFunction: async (token) =>
      generationIn(token) === 1 ? fail({ code: 'authenticationRejected' }) : succeed(null),
  },
});

export const nameOf = (email: string): string => `Name-of-${email.split('@')[0]}`;
