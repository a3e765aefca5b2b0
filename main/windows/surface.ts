import { webContents, type WebContents } from 'electron';
import type { Push } from '../../app/contract/views.ts';
import { done, fail, type Outcome } from '../../app/outcome.ts';
import {
  surfaceCommands,
  type Effect,
  type Opened,
  type PageEffect,
  type SurfaceCommand,
  type SurfaceState,
} from '../../app/surfaces/surface-commands.ts';
import { userCommands, type DeskState, type UserCommand } from '../../app/surfaces/user-commands.ts';
import type { Switcher } from '../../app/switcher.ts';
import type { UserId } from '../../app/users/user.ts';
import type { AttentionNotice } from '../shell/attention-notices.ts';
import type { Workspaces } from '../workspaces/workspaces.ts';
import type { Cycler } from './cycler.ts';
import type { Asked } from './keys.ts';
import type { MainWindow } from './main-window.ts';
import type { QuickWindow } from './quick-window.ts';
import { lockActive, lockEverybody } from './locking.ts';
import { chooseRow, chooseUser } from './row-choice.ts';

/** What keys, menu and notifications ask of Hotseat: each command by its name, and never what is not enabled. */
export interface Surface {
  readonly perform: (command: SurfaceCommand, asked?: Asked) => void;
  readonly performForUser: (command: UserCommand, userId: UserId) => Promise<Outcome<void>>;
  /** By id, from a menu that may be older than the list. */
  readonly choose: (userId: UserId) => void;
  readonly isFocused: () => boolean;
  readonly answer: (notice: AttentionNotice) => void;
}

export const surfaceStateOf = (switcher: Switcher, workspaces: Workspaces): SurfaceState => {
  const { order, activeId } = switcher.registry;
  return {
    accountCount: order.length,
    hasActive: activeId !== undefined,
    hasPage: workspaces.list().some(({ id }) => id === activeId),
  };
};

interface SurfaceParts {
  readonly window: MainWindow;
  readonly quickWindow: Pick<QuickWindow, 'open'>;
  readonly switcher: Switcher;
  readonly workspaces: Workspaces;
  readonly cycler: Cycler;
  readonly desk: () => DeskState;
  /** Of the list on screen. */
  readonly shownOrder: () => readonly UserId[];
}

export const createSurface = ({
  window,
  quickWindow,
  switcher,
  workspaces,
  cycler,
  desk,
  shownOrder,
}: SurfaceParts): Surface => {
  const tell = (push: Push): void => {
    window.open();
    // What is asked for is in the window's own page.
    window.focusPage();
    window.push(push);
  };
  const open = (what: Opened): void => {
    // There is nothing to search while the page is behind something.
    if (what === 'findInPage' && !workspaces.shown) return;
    if (what === 'quickSwitcher') workspaces.lendFocus();
    tell({ kind: 'open', what });
  };
  const driveWorkspace = (action: PageEffect, from: WebContents | undefined): void => {
    // A window that a page has opened is no stage: what is pressed there is not meant for the page behind it.
    if (from && !window.holds(from)) return;
    const zoom = zoomOf(action);
    if (zoom !== undefined && !(from && workspaces.isInSight(from))) window.zoomPage(zoom);
    else workspaces.driveShown(action);
  };
  const perform = (effect: Effect, { from = focused(), heldBy }: Asked): void => {
    switch (effect.kind) {
      case 'chooseRow':
        return void chooseRow(effect.index, shownOrder(), switcher, tell);
      case 'cycle':
        return cycler.step(effect.direction, heldBy);
      case 'open':
        return open(effect.what);
      case 'summon':
        return window.isFocused ? open('quickSwitcher') : quickWindow.open();
      case 'lock':
        return void (effect.whom === 'active' ? lockActive : lockEverybody)(switcher, tell);
      case 'page':
        return driveWorkspace(effect.action, from);
      case 'moveFocus':
        return from && workspaces.isInSight(from) ? window.focusPage() : workspaces.focus();
    }
  };
  return {
    perform: (command, asked = {}) => {
      const { effect, isEnabled } = surfaceCommands[command];
      // Whoever does something else has not made up their mind.
      if (effect.kind !== 'cycle') cycler.cancel();
      if (isEnabled(surfaceStateOf(switcher, workspaces))) perform(effect, asked);
    },
    performForUser: async (command, userId) => {
      const user = switcher.registry.users.get(userId);
      if (!user) return fail({ code: 'userNotFound' });
      const { effect, isEnabled } = userCommands[command];
      if (!isEnabled(user, desk())) return fail({ code: 'deniedByPolicy' });
      const wanted = effect(user);
      if (wanted.kind === 'lock') return switcher.locking.lock(userId);
      if (wanted.kind === 'logOut') return switcher.logOut(userId);
      tell({ kind: wanted.what, userId });
      return done;
    },
    choose: (userId) => void chooseUser(userId, switcher, tell),
    isFocused: () => window.isFocused,
    answer: ({ userId, reason }) => {
      window.open();
      // A keyring is unlocked outside of Hotseat, and the window says so.
      if (reason !== 'keyringUnavailable') window.push({ kind: 'logInAgain', userId });
    },
  };
};

const focused = (): WebContents | undefined => webContents.getFocusedWebContents() ?? undefined;

const zoomOf = (action: PageEffect): 'in' | 'out' | 'reset' | undefined => {
  if (action === 'zoomIn') return 'in';
  if (action === 'zoomOut') return 'out';
  return action === 'zoomReset' ? 'reset' : undefined;
};
