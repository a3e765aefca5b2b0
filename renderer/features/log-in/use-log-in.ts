import { useEffect, useRef, useState, type RefObject } from 'react';
import type { ErrorReport, Outcome, UserId } from '../../../app/contract/bridge.ts';
import type { CommandInput, CommandOutput } from '../../../app/contract/commands.ts';
import type { LogInStepView } from '../../../app/contract/views.ts';
import { isWorthTelling } from '../../text/sentences.ts';
import { words } from '../../text/spoken.ts';
import { readMirror } from '../../state/mirror.ts';
import { announce, offerUser, useView } from '../../state/view.ts';

type WithoutAttempt<Input> = Omit<Input, 'attemptId'>;

export type LogInRequest =
  | { readonly command: 'logIn'; readonly input: WithoutAttempt<CommandInput<'logIn'>> }
  | { readonly command: 'createAccount'; readonly input: WithoutAttempt<CommandInput<'createAccount'>> };

export type LogInProgress =
  | { readonly kind: 'idle' }
  | { readonly kind: 'working'; readonly attemptId: string }
  | { readonly kind: 'failed'; readonly error: ErrorReport };

type Seated = Outcome<CommandOutput<'logIn'>>;

export interface LogIn {
  readonly progress: LogInProgress;
  /** What the attempt under way waits for the person to do elsewhere. */
  readonly step: LogInStepView | undefined;
  readonly start: (request: LogInRequest) => Promise<ErrorReport | undefined>;
  readonly fail: (error: ErrorReport) => void;
  readonly cancel: () => void;
  readonly reset: () => void;
}

/** One login at a time; closing the surface that shows it cancels it. */
export const useLogIn = (onIn: () => void): LogIn => {
  const [progress, setProgress] = useState<LogInProgress>({ kind: 'idle' });
  const attempt = useRef<string>(undefined);
  const lastStep = useView((view) => view.logInStep);
  const isShown = useRef(true);

  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
      giveUp(attempt);
    };
  }, []);

  const start = async (request: LogInRequest): Promise<ErrorReport | undefined> => {
    if (attempt.current !== undefined) return undefined;
    const attemptId = crypto.randomUUID();
    attempt.current = attemptId;
    setProgress({ kind: 'working', attemptId });
    const outcome = await send(request, attemptId);
    const isCurrent = attempt.current === attemptId;
    if (isCurrent) attempt.current = undefined;
    if (outcome.ok) {
      if (outcome.value.seat === 'inactive') offer(outcome.value.userId);
      // It may have been in before it could be cancelled; then the surface closes only if it is still this one.
      if (isShown.current) onIn();
      return undefined;
    }
    if (!isCurrent) return undefined;
    setProgress(isWorthTelling(outcome.error) ? { kind: 'failed', error: outcome.error } : { kind: 'idle' });
    return outcome.error;
  };

  const isOfAttempt = progress.kind === 'working' && lastStep?.attemptId === progress.attemptId;

  return {
    progress,
    step: isOfAttempt ? lastStep.step : undefined,
    start,
    cancel: () => {
      giveUp(attempt);
      setProgress({ kind: 'idle' });
    },
    fail: (error) => setProgress({ kind: 'failed', error }),
    reset: () => setProgress((now) => (now.kind === 'failed' ? { kind: 'idle' } : now)),
  };
};

const offer = (userId: UserId): void => {
  offerUser(userId);
  const name = readMirror().users.get(userId)?.name;
  if (name !== undefined) announce(words.isSignedIn({ name }));
};

const giveUp = (attempt: RefObject<string | undefined>): void => {
  if (attempt.current === undefined) return;
  void window.hotseat.execute('cancelLogIn', { attemptId: attempt.current });
  attempt.current = undefined;
};

const send = (request: LogInRequest, attemptId: string): Promise<Seated> =>
  request.command === 'logIn'
    ? window.hotseat.execute('logIn', { ...request.input, attemptId })
    : window.hotseat.execute('createAccount', { ...request.input, attemptId });
