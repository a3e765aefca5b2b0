import type { Timers } from '../../app/ports.ts';
import { canProveAt } from '../../app/sessions/offered-services.ts';
import type { Platform } from '../../app/surfaces/chord.ts';
import type { DeskState } from '../../app/surfaces/user-commands.ts';
import type { Switcher } from '../../app/switcher.ts';
import { allAskedBy, askedBy } from '../audit/surface.ts';
import type { ChangeFeed } from '../ipc/change-feed.ts';
import type { DeskBook } from '../policy/desk-book.ts';
import type { ServiceBook } from '../services/service-book.ts';
import type { SettingsBook } from '../settings/settings-book.ts';
import { createGlobalKey } from '../shell/system-global-key.ts';
import { Cycler } from '../windows/cycler.ts';
import { KeyBook } from '../windows/key-book.ts';
import { KeyCapture } from '../windows/key-capture.ts';
import { listenToKeys } from '../windows/keys.ts';
import type { MainWindow } from '../windows/main-window.ts';
import type { QuickWindow } from '../windows/quick-window.ts';
import { createQuickFinder } from '../windows/quick-finder.ts';
import type { SurfaceControl } from '../windows/surface-control.ts';
import { createSurface, surfaceStateOf, type Surface } from '../windows/surface.ts';
import type { Workspaces } from '../workspaces/workspaces.ts';

export interface KeysOptions {
  readonly platform: Platform;
  readonly window: MainWindow;
  readonly quickWindow: QuickWindow;
  readonly switcher: Switcher;
  readonly workspaces: Workspaces;
  readonly services: ServiceBook;
  readonly settings: SettingsBook;
  readonly desk: DeskBook;
  readonly feed: ChangeFeed;
  readonly timers: Timers;
  /** Other keys than before. */
  changed(): void;
}

export interface OpenedKeys {
  readonly surface: Surface;
  readonly keys: KeyBook;
  /** For the window. */
  readonly control: SurfaceControl;
}

/** What keys and the quick switcher do, and which keys they are. They are heard from here on. */
export const openKeys = (options: KeysOptions): OpenedKeys => {
  const { platform, window, switcher, workspaces, services, settings, feed } = options;
  const desk = (): DeskState => ({
    rule: options.desk.switching,
    canProveAtService: ({ serviceId }) => canProveAt(services, serviceId),
  });
  const cycler = new Cycler({
    timers: options.timers,
    registry: () => switcher.registry,
    switchTo: (userId) => surface.choose(userId),
    tell: (push) => window.push(push),
  });
  switcher.subscribe(() => cycler.registryChanged());
  const surface: Surface = createSurface({
    window,
    quickWindow: options.quickWindow,
    switcher,
    workspaces,
    cycler,
    desk,
    shownOrder: () => feed.shownOrder,
  });
  const capture = new KeyCapture(platform);
  const keys = new KeyBook({
    settings,
    platform,
    globalKey: createGlobalKey(() => askedBy('key', () => surface.perform('summon'))),
    capture,
    changed: () => options.changed(),
  });
  listenToKeys({
    platform,
    bindings: () => keys.bindings,
    perform: allAskedBy('key', surface).perform,
    hears: (input) => capture.hears(input) || askedBy('key', () => cycler.hears(input)),
    awaitedRelease: () => cycler.heldBy,
    blurred: () => {
      cycler.cancel();
      capture.cancel();
    },
  });
  const find = createQuickFinder({
    registry: () => switcher.registry,
    services: () => services.list(),
    surface: () => surfaceStateOf(switcher, workspaces),
    desk,
    accountName: (userId) => feed.viewOf(userId)?.name ?? '',
  });
  return {
    surface,
    keys,
    control: {
      find,
      perform: (command) => surface.perform(command),
      performForUser: (command, userId) => surface.asking.performForUser(command, userId),
      choose: surface.choose,
    },
  };
};
