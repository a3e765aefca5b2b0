import { useCallback, useEffect, useState } from 'react';
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
  const readAgain = useCallback(() => {
    void window.hotseat.execute('listRemovals', undefined).then((outcome) => {
      if (outcome.ok) setReceipts(outcome.value);
      setError(outcome.ok ? undefined : outcome.error);
      return undefined;
    });
  }, []);
  useEffect(readAgain, [readAgain]);
  return { receipts, error, readAgain };
};
