import { useEffect, useMemo, useState } from 'react';
import type { ErrorReport } from '../../../app/contract/bridge.ts';
import type { RemovalReceipt } from '../../../app/contract/removal-views.ts';

interface Receipts {
  /** Undefined until they have come. */
  readonly receipts: readonly RemovalReceipt[] | undefined;
  readonly error: ErrorReport | undefined;
  readonly readAgain: () => void;
}

/** The receipts of removals, newest first; read when the surface opens. */
export const useReceipts = (): Receipts => {
  const [receipts, setReceipts] = useState<readonly RemovalReceipt[]>();
  const [error, setError] = useState<ErrorReport>();
  const read = useMemo(() => {
    const run = async () => {
      const outcome = await window.hotseat.execute('listRemovals', undefined);
      if (outcome.ok) setReceipts(outcome.value);
      setError(outcome.ok ? undefined : outcome.error);
    };
    return { again: () => void run() };
  }, []);
  useEffect(() => read.again(), [read]);
  return { receipts, error, readAgain: read.again };
};
