/** What comes back with the page after it was reloaded, or put away and restored. */
export interface Remembered {
  readonly draft: string;
  readonly scrollY: number;
}

/** Chromium takes 200 changes of a page's history in ten seconds, and a person may type faster. */
const calmMs = 250;

/**
 * Kept in the page's own history entry, so that it goes where the history goes: nowhere but into Hotseat's memory
 * and, encrypted, with the account's workspace.
 */
export const rememberIn = (history: History, current: () => Remembered) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const remember = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const { draft, scrollY } = current();
    history.replaceState({ draft, scrollY }, '');
  };
  return {
    /** As it was left. */
    before: rememberedIn(history.state),
    soon: (): void => {
      timer ??= setTimeout(remember, calmMs);
    },
    now: (): void => {
      if (timer !== undefined) remember();
    },
  };
};

export const rememberedIn = (state: unknown): Remembered => {
  if (typeof state !== 'object' || state === null) return nothing;
  const draft = 'draft' in state && typeof state.draft === 'string' ? state.draft : '';
  const scrollY = 'scrollY' in state && typeof state.scrollY === 'number' ? state.scrollY : 0;
  return { draft, scrollY };
};

const nothing: Remembered = { draft: '', scrollY: 0 };
