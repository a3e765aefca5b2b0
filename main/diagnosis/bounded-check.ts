import type { CheckName, Finding } from '../../app/diagnosis/finding.ts';
import type { Log, Timers } from '../../app/ports.ts';
import { causeText } from '../logging/cause-text.ts';

/** Nobody waits longer than that for a diagnosis. */
export const checkWithinMs = 5_000;

export interface BoundedCheckParts {
  readonly timers: Timers;
  readonly log: Log;
}

/** What a check comes to, in time: one that hangs or throws is a finding too. */
export const boundedCheck = (
  check: CheckName,
  work: () => Promise<Finding>,
  { timers, log }: BoundedCheckParts,
): Promise<Finding> =>
  new Promise((resolve) => {
    const stop = timers.after(checkWithinMs, () =>
      resolve({ code: 'unanswered', check, because: 'tooLate' }),
    );
    // Begun later, so that what throws at once is caught as well.
    void Promise.resolve()
      .then(work)
      .catch((cause: unknown): Finding => {
        log.warn('a check failed itself', { check, cause: causeText(cause) });
        return { code: 'unanswered', check, because: 'unexpected' };
      })
      .finally(stop)
      .then(resolve);
  });
