import { fail, type Outcome } from '../../outcome.ts';
import type { Cancellation } from '../../ports.ts';

/** Waits for work that others wait for too: a raised cancellation ends the waiting, not the work. */
export const orCancelled = <T>(
  work: Promise<Outcome<T>>,
  cancellation: Cancellation | undefined,
): Promise<Outcome<T>> => {
  if (!cancellation) return work;
  return new Promise((resolve, reject) => {
    const cancel = (): void => resolve(fail({ code: 'cancelled' }));
    if (cancellation.aborted) return cancel();
    cancellation.addEventListener('abort', cancel);
    work.then(resolve, reject).finally(() => cancellation.removeEventListener('abort', cancel));
  });
};
