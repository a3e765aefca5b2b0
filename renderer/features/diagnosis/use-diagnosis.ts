import { useCallback, useEffect, useRef, useState } from 'react';
import type { ErrorReport } from '../../../app/contract/bridge.ts';
import type { DiagnosisView } from '../../../app/contract/diagnosis-views.ts';

interface DiagnosisRun {
  /** Of the last run that came to its end. */
  readonly view: DiagnosisView | undefined;
  readonly isRunning: boolean;
  readonly error: ErrorReport | undefined;
  readonly runAgain: () => void;
}

/** Makes the checks as soon as somebody looks, and again when they ask. */
export const useDiagnosis = (): DiagnosisRun => {
  const [view, setView] = useState<DiagnosisView>();
  const [isRunning, setIsRunning] = useState(true);
  const [error, setError] = useState<ErrorReport>();
  const isThere = useRef(false);
  const run = useCallback(async (): Promise<void> => {
    setIsRunning(true);
    const outcome = await window.hotseat.execute('runDiagnosis', undefined);
    if (!isThere.current) return;
    setIsRunning(false);
    if (outcome.ok) setView(outcome.value);
    setError(outcome.ok ? undefined : outcome.error);
  }, []);
  useEffect(() => {
    isThere.current = true;
    void run();
    return () => {
      isThere.current = false;
    };
  }, [run]);
  return { view, isRunning, error, runAgain: () => void run() };
};
