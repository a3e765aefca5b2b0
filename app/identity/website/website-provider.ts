import { done, fail, succeed } from '../../outcome.ts';
import type { Cancellation, Random } from '../../ports.ts';
import type { UserId } from '../../users/user.ts';
import type { IdentityProvider } from '../identity-provider.ts';
import { plainText } from '../plain-text.ts';
import type { WebsiteService } from '../service.ts';

/** A page of a website that waits for the person to sign in, in the workspace of the user to be. */
export interface SignInPage {
  /** Resolves when the site's own cookie says that somebody is signed in; never where it has none. */
  readonly signedIn: Promise<void>;
  /** `isKept`: it is the user's from now on. Otherwise what a new user's page has stored is erased. */
  close(isKept: boolean): void;
}

export interface SignInPages {
  open(workspaceId: UserId, service: WebsiteService): SignInPage;
}

export interface WebsiteOptions {
  readonly service: WebsiteService;
  readonly pages: SignInPages;
  readonly random: Pick<Random, 'newUserId' | 'newOpaqueId'>;
}

const longestName = 200;

/**
 * A website has no protocol: the person says who they are, signs in on its page, and says that too, or a cookie
 * does. Its session stands for that word alone: it holds no token, goes nowhere, and cannot be checked.
 */
export const createWebsiteProvider = ({ service, pages, random }: WebsiteOptions): IdentityProvider => ({
  logIn: async (method, circumstances) => {
    if (method.kind !== 'website') return fail({ code: 'conflict', with: 'notOffered' });
    const { confirmed, cancellation, expected } = circumstances;
    // Whoever signs in again keeps the name of then, whatever Hotseat calls them meanwhile.
    const name = plainText(expected?.name ?? method.name, longestName);
    if (name === '') return fail({ code: 'invalidInput', field: 'name', problem: 'empty' });
    const subject = expected?.subject ?? subjectOf(name);
    const newUserId = circumstances.userIdOf?.(subject) ?? random.newUserId();
    // The page may be signed in still.
    if (circumstances.isLocked?.(newUserId)) return fail({ code: 'locked' });
    const page = pages.open(newUserId, service);
    circumstances.onStep?.({ kind: 'page', workspaceId: newUserId });
    const isSignedIn = await endOfWaiting([page.signedIn, ...(confirmed ? [confirmed] : [])], cancellation);
    page.close(isSignedIn);
    if (!isSignedIn) return fail({ code: 'cancelled' });
    return succeed({
      session: { accessToken: random.newOpaqueId(), subject },
      subject,
      profile: { name },
      identities: [],
      isAnonymous: false,
      isProvenNow: false,
      newUserId,
    });
  },
  refresh: async (session) => succeed(session),
  /** What ends is the web session, and that is not the site's to end. */
  revoke: async () => done,
  apiOrigins: async () => [],
});

/** One person may write a name in more than one way; two accounts of one name are one. */
const subjectOf = (name: string): string => name.normalize('NFKC').toLowerCase();

const endOfWaiting = async (
  signs: readonly Promise<void>[],
  cancellation: Cancellation | undefined,
): Promise<boolean> => {
  let stop = (): void => undefined;
  const cancelled = new Promise<boolean>((settle) => {
    stop = () => settle(false);
    cancellation?.addEventListener('abort', stop);
    if (cancellation?.aborted) stop();
  });
  const isSignedIn = await Promise.race([cancelled, ...signs.map((sign) => sign.then(() => true))]);
  cancellation?.removeEventListener('abort', stop);
  return isSignedIn;
};
