import type { Switcher } from '../../app/switcher.ts';
import type { AttentionNotice } from '../shell/attention-notices.ts';
import type { MainWindow } from './main-window.ts';
import { chooseRow } from './row-choice.ts';

/** What keys, menu and notifications ask of the window. */
export interface Surface {
  readonly chooseRow: (index: number) => void;
  readonly addAccount: () => void;
  readonly openSettings: () => void;
  readonly isFocused: () => boolean;
  readonly answer: (notice: AttentionNotice) => void;
}

export const createSurface = (window: MainWindow, switcher: Switcher): Surface => {
  const open = (what: 'addAccount' | 'settings'): void => {
    window.open();
    window.push({ kind: 'open', what });
  };
  return {
    chooseRow: (index) => void chooseRow(index, switcher, (push) => window.push(push)),
    addAccount: () => open('addAccount'),
    openSettings: () => open('settings'),
    isFocused: () => window.isFocused,
    answer: ({ userId, reason }) => {
      window.open();
      // A keyring is unlocked outside of Hotseat, and the window says so.
      if (reason !== 'keyringUnavailable') window.push({ kind: 'logInAgain', userId });
    },
  };
};
