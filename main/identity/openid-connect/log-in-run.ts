import type { Login, LogInCircumstances } from '../../../app/identity/identity-provider.ts';
import { fail, type Outcome } from '../../../app/outcome.ts';
import { createGrants, type Grants } from './granted-tokens.ts';

/** What a login under way has of its own, so that two of them cannot cross. */
export interface LogInRun {
  /** Raised when the login is over, however it ended: whatever it opened closes then. */
  readonly signal: AbortSignal;
  readonly grants: Grants;
}

/**
 * Runs one login. A raised cancellation is answered at once; what the issuer grants after that, or to a login that
 * then fails, is given back.
 */
export const runLogIn = async (
  circumstances: LogInCircumstances,
  logIn: (run: LogInRun) => Promise<Outcome<Login>>,
): Promise<Outcome<Login>> => {
  const { cancellation } = circumstances;
  if (cancellation?.aborted) return fail({ code: 'cancelled' });
  const grants = createGrants(circumstances);
  const controller = new AbortController();
  let cancel = (): void => undefined;
  const cancelled = new Promise<Outcome<Login>>((resolve) => {
    cancel = () => {
      grants.abandon();
      controller.abort();
      resolve(fail({ code: 'cancelled' }));
    };
  });
  cancellation?.addEventListener('abort', cancel);

  const run = async (): Promise<Outcome<Login>> => {
    let isSuccess = false;
    try {
      const outcome = await logIn({ signal: controller.signal, grants });
      isSuccess = outcome.ok;
      return outcome;
    } finally {
      if (!isSuccess) grants.abandon();
      cancellation?.removeEventListener('abort', cancel);
      controller.abort();
    }
  };
  return Promise.race([cancelled, run()]);
};
