import type { Push } from '../../app/contract/views.ts';
import type { Performing } from '../../app/launch/performing.ts';
import type { Switcher } from '../../app/switcher.ts';
import type { MainWindow } from './main-window.ts';

/** Does what is asked from outside of the window, and brings the window up for what only the person can do. */
export const createPerforming = (window: MainWindow, switcher: Switcher): Performing => {
  const ask = (push: Push): void => {
    window.open();
    window.focusPage();
    window.push(push);
  };
  return {
    switchTo: (userId) => switcher.switchTo(userId),
    lock: (userId) => switcher.locking.lock(userId),
    lockAll: () => switcher.locking.lockAll(),
    logOut: (userId) => switcher.logOut(userId),
    remove: (userId) => switcher.remove(userId),
    openWindow: () => window.open(),
    openUnlock: (userId) => ask({ kind: 'unlock', userId }),
    openSetUpUnlocking: (userId) => ask({ kind: 'setUpUnlocking', userId }),
    openLogIn: (userId) =>
      ask(userId === undefined ? { kind: 'open', what: 'addAccount' } : { kind: 'logInAgain', userId }),
  };
};
