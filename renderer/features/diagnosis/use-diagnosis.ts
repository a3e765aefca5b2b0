import { useEffect, useState } from 'react';
import type { ErrorReport, Outcome } from '../../../app/contract/bridge.ts';
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
  const [runs, setRuns] = useState(1);
  const [ended, setEnded] = useState<{ readonly run: number; readonly outcome: Outcome<DiagnosisView> }>();
  useEffect(() => {
    let isThere = true;
    void window.hotseat.execute('runDiagnosis', undefined).then((outcome) => {
      if (!isThere) return undefined;
      setEnded({ run: runs, outcome });
      if (outcome.ok) setView(outcome.value);
      return undefined;
    });
    return () => {
      isThere = false;
    };
  }, [runs]);
  const error = ended && !ended.outcome.ok ? ended.outcome.error : undefined;
  return { view, isRunning: ended?.run !== runs, error, runAgain: () => setRuns(runs + 1) };
};
