import type { Timers } from '../../app/ports.ts';

/** A burst of switches renders once, after it. */
const renderDelayMs = 150;

export interface Rendering {
  /** Something changed that may be shown. */
  invalidate(): void;
  /** What is on screen is not what was rendered: the system has changed it by itself. */
  redraw(): void;
  /** What would wait is rendered now. */
  flush(): void;
}

/** Renders what it is given only when that looks different from the last time. */
export const renderIfDifferent = <State>(
  render: (state: State) => void,
  looksOf: (state: State) => unknown = (state) => state,
): ((state: State) => void) => {
  let shown: string | undefined;
  return (state) => {
    const looks = JSON.stringify([looksOf(state)]);
    if (looks === shown) return;
    shown = looks;
    render(state);
  };
};

/** Renders what is to be shown off the path of a switch, and only when it looks different. */
export const renderAfterChanges = <State>(
  read: () => State,
  render: (state: State) => void,
  timers: Timers,
  looksOf: (state: State) => unknown = (state) => state,
): Rendering => {
  let stopWaiting: (() => void) | undefined;
  let redraws = 0;
  const renderDifferent = renderIfDifferent(render, (state) => [redraws, looksOf(state)]);
  const renderNow = (): void => {
    stopWaiting = undefined;
    renderDifferent(read());
  };
  const invalidate = (): void => {
    stopWaiting ??= timers.after(renderDelayMs, renderNow);
  };
  return {
    invalidate,
    redraw: () => {
      redraws += 1;
      invalidate();
    },
    flush: () => {
      stopWaiting?.();
      renderNow();
    },
  };
};
