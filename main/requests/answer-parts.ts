import type { AnswerPart } from '../../app/contract/request-views.ts';
import type { Timers } from '../../app/ports.ts';

/** At most about twenty times in a second. */
const pauseMs = 50;

/** Tells the window of an answer that comes, in few and larger parts. */
export interface AnswerParts {
  take(part: AnswerPart): void;
  /** Nothing more is told. */
  end(): void;
}

export const createAnswerParts = (timers: Timers, tell: (part: AnswerPart) => void): AnswerParts => {
  let waiting: { readonly text: string; readonly byteCount: number } | undefined;
  let stopTimer: (() => void) | undefined;
  const flush = (): void => {
    stopTimer = undefined;
    if (!waiting) return;
    tell({ kind: 'text', ...waiting });
    waiting = undefined;
  };
  return {
    take: (part) => {
      // A head after another belongs to the request that was repeated.
      if (part.kind === 'head') return tell(part);
      waiting = { text: (waiting?.text ?? '') + part.text, byteCount: part.byteCount };
      stopTimer ??= timers.after(pauseMs, flush);
    },
    end: () => {
      stopTimer?.();
      waiting = undefined;
    },
  };
};
