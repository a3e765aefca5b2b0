import { useEffect, useRef, useState } from 'react';
import type { ErrorReport, Outcome } from '../../app/contract/bridge.ts';
import { isWorthTelling } from '../text/sentences.ts';

interface Task {
  readonly isRunning: boolean;
  readonly error: ErrorReport | undefined;
  readonly run: (work: () => Promise<Outcome<unknown>>) => Promise<void>;
}

/**
 * One piece of work of a surface, with its failure shown there; on success `onDone` closes the surface, unless that
 * is gone by then: what it would close is another one.
 */
export const useTask = (onDone: () => void): Task => {
  const [isRunning, setIsRunning] = useState(false);
  const [error, setError] = useState<ErrorReport>();
  const isThere = useRef(false);
  useEffect(() => {
    isThere.current = true;
    return () => {
      isThere.current = false;
    };
  }, []);
  const run = async (work: () => Promise<Outcome<unknown>>): Promise<void> => {
    setIsRunning(true);
    setError(undefined);
    const outcome = await work();
    if (!isThere.current) return;
    setIsRunning(false);
    if (outcome.ok) onDone();
    else if (isWorthTelling(outcome.error)) setError(outcome.error);
  };
  return { isRunning, error, run };
};
