import { app, Menu } from 'electron';
import type { Log, Timers } from '../../app/ports.ts';
import type { Settings } from '../../app/settings/settings.ts';
import type { Platform } from '../../app/surfaces/chord.ts';
import type { SystemAccount, SystemState } from '../../app/surfaces/system-state.ts';
import type { IconOverlay } from '../windows/main-window.ts';
import { accountLine } from './account-line.ts';
import { createIconMenuFile, iconMenuFolders } from './icon-menu-file.ts';
import { jumpList } from './jump-list.ts';
import type { MarkPictures } from './mark-pictures.ts';
import { renderAfterChanges, renderIfDifferent } from './render-after-changes.ts';

import { speech, systemWords } from './spoken.ts';
import { createTray, type ShownTray } from './tray.ts';
import { dockTemplate, type SystemActions } from './tray-template.ts';

export interface SystemSurfacesParts {
  readonly platform: Platform;
  readonly plainIcon: string;
  readonly pictures: MarkPictures;
  readonly actions: SystemActions;
  readonly timers: Timers;
  readonly log: Log;
  state(): SystemState;
  settings(): Pick<Settings, 'showsTray' | 'keepsRunning' | 'namesAccountsInIconMenu'>;
  showOverlay(overlay: IconOverlay | undefined): void;
}

export interface SystemSurfaces {
  /** From here on they are there; not on the start path. */
  begin(): void;
  invalidate(): void;
  /** A new picture of a mark is there. */
  redraw(): void;
  /** Nobody who is gone is named any more when this returns. */
  flush(): void;
}

/** Who hides the window needs a way back to it. */
export const isTrayWanted = ({ showsTray, keepsRunning }: Pick<Settings, 'showsTray' | 'keepsRunning'>) =>
  showsTray || keepsRunning;

/** Renders tray, dock, jump list, the overlay in the taskbar and the menu of the icon: state in, one render. */
export const createSystemSurfaces = (parts: SystemSurfacesParts): SystemSurfaces => {
  const { platform, pictures, plainIcon, timers } = parts;
  let isBegun = false;
  let tray: ShownTray | undefined;
  // The system ticks what was chosen, whoever is active then.
  const actions: SystemActions = {
    ...parts.actions,
    choose: (userId) => {
      parts.actions.choose(userId);
      rendering.redraw();
    },
  };
  const renderNamed = namedIn(parts);
  const rendering = renderAfterChanges(
    () => ({ state: parts.state(), settings: parts.settings(), language: speech.language }),
    ({ state, settings }) => {
      const mark = state.active && pictures.of(state.active);
      if (isTrayWanted(settings)) (tray ??= createTray(plainIcon, platform, actions)).render(state, mark);
      else {
        tray?.remove();
        tray = undefined;
      }
      if (platform === 'darwin') app.dock?.setMenu(Menu.buildFromTemplate(dockTemplate(state, actions)));
      if (platform === 'win32')
        parts.showOverlay(
          state.active && mark && { image: mark, text: systemWords.isActive({ name: state.active.name }) },
        );
      renderNamed({ state, isNaming: settings.namesAccountsInIconMenu });
    },
    timers,
  );
  const begin = (): void => {
    isBegun = true;
    rendering.invalidate();
  };
  return {
    begin,
    invalidate: () => {
      if (isBegun) rendering.invalidate();
    },
    redraw: () => {
      if (isBegun) rendering.redraw();
    },
    flush: () => {
      isBegun = true;
      rendering.flush();
    },
  };
};

interface Named {
  readonly state: SystemState;
  readonly isNaming: boolean;
}

/** What the system keeps in a file: written when it says something else, so not with every switch. */
const namedIn = ({ platform, log }: SystemSurfacesParts): ((named: Named) => void) => {
  if (platform === 'win32')
    return renderIfDifferent(({ state, isNaming }) => {
      const list = jumpList(state, { program: process.execPath, namesAccounts: isNaming });
      // A person may have forbidden lists of a program’s own; tasks are always allowed.
      if (app.setJumpList(list) !== 'ok') app.setJumpList(list.filter(({ type }) => type === 'tasks'));
    }, linesOf);
  if (platform === 'darwin') return () => undefined;
  const file = createIconMenuFile(iconMenuFolders(process.env, app.getPath('home')), log);
  return renderIfDifferent(
    ({ state, isNaming }) => file.show(isNaming ? state.accounts : undefined),
    linesOf,
  );
};

const linesOf = ({ state, isNaming }: Named): unknown => [
  speech.language,
  state.accounts.length > 0,
  isNaming &&
    state.accounts.map(({ id, name, standing }: SystemAccount) => [id, accountLine(name, standing)]),
];
