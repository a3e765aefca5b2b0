import { useEffect, useMemo, useState } from 'react';
import type { ErrorReport, Outcome, UserId } from '../../../app/contract/bridge.ts';
import type { AccountDetails } from '../../../app/contract/views.ts';
import { isWorthTelling } from '../../text/sentences.ts';

interface AccountDetailsState {
  readonly details: AccountDetails | undefined;
  readonly error: ErrorReport | undefined;
  readonly isReading: boolean;
  readonly read: {
    /** From what main knows. */
    readonly again: () => void;
    /** From the service. */
    readonly afresh: () => void;
    /** They came with another answer. */
    readonly take: (details: AccountDetails) => void;
  };
}

/** More about one user than its row needs; read when the surface opens. A failure keeps what was read before. */
export const useAccountDetails = (userId: UserId): AccountDetailsState => {
  const [details, setDetails] = useState<AccountDetails>();
  const [error, setError] = useState<ErrorReport>();
  const [isReading, setIsReading] = useState(true);

  const read = useMemo(() => {
    const run = async (ask: () => Promise<Outcome<AccountDetails>>) => {
      setIsReading(true);
      setError(undefined);
      const outcome = await ask();
      setIsReading(false);
      if (outcome.ok) setDetails(outcome.value);
      else if (isWorthTelling(outcome.error)) setError(outcome.error);
    };
    return {
      again: () => void run(() => window.hotseat.execute('readAccountDetails', { userId })),
      afresh: () => void run(() => window.hotseat.execute('refreshProfile', { userId })),
      take: setDetails,
    };
  }, [userId]);

  useEffect(() => read.again(), [read]);

  return { details, error, isReading, read };
};
