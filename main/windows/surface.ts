import { webContents, type WebContents } from 'electron';
import type { Push } from '../../app/contract/views.ts';
import { done, type Outcome } from '../../app/outcome.ts';
import type { Asking } from '../../app/surfaces/asking.ts';
import {
  surfaceCommands,
  type CommandSpec,
  type Effect,
  type Opened,
  type PageEffect,
  type SurfaceCommand,
  type SurfaceState,
} from '../../app/surfaces/surface-commands.ts';
import type { DeskState, UserCommand } from '../../app/surfaces/user-commands.ts';
import type { Switcher } from '../../app/switcher.ts';
import type { UserId } from '../../app/users/user.ts';
import type { AttentionNotice } from '../shell/attention-notices.ts';
import type { Workspaces } from '../workspaces/workspaces.ts';
import { AskingUsers, isAnswered } from './asking-users.ts';
import type { Cycler } from './cycler.ts';
import type { Asked } from './keys.ts';
import type { MainWindow } from './main-window.ts';
import type { QuickWindow } from './quick-window.ts';

/** What keys, menus and notifications ask, who have no place of their own to say what failed: the window says it. */
export interface Surface {
  readonly perform: (command: SurfaceCommand, asked?: Asked) => void;
  /** By id, from a menu that may be older than the list. */
  readonly choose: (userId: UserId) => void;
  readonly performForUser: (command: UserCommand, userId: UserId) => void;
  /** The same for who says it themselves. */
  readonly asking: Asking;
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
  const users = new AskingUsers({ switcher, desk, tell });
  const perform = async (effect: Effect, { from = focused(), heldBy }: Asked): Promise<Outcome<void>> => {
    switch (effect.kind) {
      case 'chooseRow': {
        const userId = shownOrder()[effect.index];
        return userId === undefined ? done : users.choose(userId);
      }
      case 'lock':
        return effect.whom === 'active' ? users.lockActive() : users.lockAll();
      case 'cycle':
        cycler.step(effect.direction, heldBy);
        return done;
      case 'open':
        open(effect.what);
        return done;
      case 'summon':
        if (window.isFocused) open('quickSwitcher');
        else quickWindow.open();
        return done;
      case 'page':
        driveWorkspace(effect.action, from);
        return done;
      default:
        if (from && workspaces.isInSight(from)) window.focusPage();
        else workspaces.focus();
        return done;
    }
  };
  const performEnabled = async (command: SurfaceCommand, asked: Asked = {}): Promise<Outcome<void>> => {
    const { effect, isEnabled } = surfaceCommands[command];
    // Whoever does something else has not made up their mind.
    if (effect.kind !== 'cycle') cycler.cancel();
    return isEnabled(surfaceStateOf(switcher, workspaces)) ? perform(effect, asked) : done;
  };
  const tellFailure = async (userId: UserId | undefined, asked: Promise<Outcome<void>>): Promise<void> => {
    const outcome = await asked;
    if (outcome.ok || userId === undefined || isAnswered(outcome.error)) return;
    tell({ kind: 'switchFailed', userId, code: outcome.error.code });
  };
  const meant = ({ effect }: CommandSpec): UserId | undefined => {
    if (effect.kind === 'chooseRow') return shownOrder()[effect.index];
    return switcher.registry.activeId ?? switcher.registry.order[0];
  };
  return {
    perform: (command, asked) => {
      const userId = meant(surfaceCommands[command]);
      void tellFailure(userId, performEnabled(command, asked));
    },
    choose: (userId) => void tellFailure(userId, users.choose(userId)),
    performForUser: (command, userId) => void tellFailure(userId, users.perform(command, userId)),
    asking: {
      perform: (command) => performEnabled(command),
      performForUser: (command, userId, how) => users.perform(command, userId, how),
      choose: (userId) => users.choose(userId),
      openWindow: () => window.open(),
    },
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
