import fs from 'node:fs';
import { delimiter, join } from 'node:path';
import { app, net, powerMonitor } from 'electron';
import type { UpdateView } from '../../app/contract/update-views.ts';
import type { Clock, Log, Random, Timers } from '../../app/ports.ts';
import { parseVersion } from '../../app/updates/version.ts';
import type { SettingsBook } from '../settings/settings-book.ts';
import { packageKindOf, type PackageKind } from '../updates/package-kind.ts';
import { SeenVersions } from '../updates/seen-versions.ts';
import { lastingSwitches, startAnew } from '../updates/start-anew.ts';
import { updateSourceIn, type UpdateSource } from '../updates/update-source.ts';
import { Updates } from '../updates/updates.ts';
import { noticeNetworkReturn } from './network-return.ts';

export interface UpdatesOptions {
  readonly platform: 'linux' | 'darwin' | 'win32';
  readonly userData: string;
  /** Where the highest version that was seen is kept. */
  readonly directory: string;
  /** False where whoever looks after this computer forbids updates. */
  readonly updatesAllowed: () => boolean;
  readonly settings: SettingsBook;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Random;
  readonly log: Log;
}

export interface OpenedUpdates {
  readonly updates: Updates;
  /** The host that newer versions come from, where this build knows one. */
  readonly releases: string | undefined;
  /** Once the window is there. */
  readonly begin: () => void;
  /** When all is closed: puts an update in place that the person has agreed to. Resolves when the process may end. */
  readonly finish: () => Promise<void>;
}

/** An installer that ends this process by itself gets that long for it. */
const installerWithinMs = 60_000;

/** Decides whether this Hotseat may update itself, and puts what that takes together. */
export const openUpdates = (options: UpdatesOptions): OpenedUpdates => {
  const { platform, directory, settings, clock, timers, random, log } = options;
  const running = parseVersion(app.getVersion());
  const source = findSource(options.userData, app.getVersion());
  const kind = packageKindOf({
    platform,
    execPath: process.execPath,
    env: process.env,
    packageType: readText(join(process.resourcesPath, 'package-type'))?.trim(),
    canBecomeAdministrator: process.getuid?.() === 0 || isOnPath('pkexec'),
  });
  const appImage = kind === 'appImage' ? process.env['APPIMAGE'] : undefined;
  const program = appImage ?? process.execPath;
  const updates = new Updates({
    initial: initialView(options, source, kind),
    openSeen: () => new SeenVersions({ directory, clock }),
    openEngine: async (seen) => {
      if (!source || !kind || !running) throw new Error('Updates are off');
      const { createLibraryEngine } = await import('../updates/library-engine.ts');
      const isDevelopment = !app.isPackaged;
      return createLibraryEngine({ kind, appImage, source, running, seen, isDevelopment, timers, log });
    },
    isAutomatic: () => settings.current.checkForUpdates,
    quit: () => app.quit(),
    clock,
    timers,
    random,
    log,
  });
  return {
    updates,
    releases: source && hostOf(source),
    begin: () => {
      updates.begin();
      if (updates.current.kind !== 'off') watch(updates, settings, timers);
    },
    finish: async () => {
      const ending = await updates.finish();
      if (ending === 'startAnew') startAnew(program, lastingSwitches(process.argv.slice(1)));
      if (ending === 'startsItself' && kind === 'macApp')
        await new Promise<void>((settle) => timers.after(installerWithinMs, settle));
    },
  };
};

const initialView = (
  { updatesAllowed }: UpdatesOptions,
  source: UpdateSource | undefined,
  kind: PackageKind | undefined,
): UpdateView => {
  if (app.commandLine.hasSwitch('no-update')) return { kind: 'off', because: 'switch' };
  if (!updatesAllowed()) return { kind: 'off', because: 'policy' };
  if (!source) return { kind: 'off', because: 'noKey' };
  const origin = hostOf(source);
  return kind ? { kind: 'idle' } : { kind: 'off', because: 'package', origin };
};

const hostOf = ({ url }: UpdateSource): string => new URL(url).host;

/** The package's own; where the app is run from its sources, for tests, a file in the profile may name another. */
const findSource = (userData: string, version: string): UpdateSource | undefined => {
  const ofPackage = updateSourceIn(readText(join(app.getAppPath(), 'package.json')) ?? '', {
    mayBeLocal: !__PACKAGED_GUARDS__ || version.includes('-unofficial'),
  });
  if (__PACKAGED_GUARDS__) return ofPackage;
  return (
    updateSourceIn(readText(join(userData, 'update-source.json')) ?? '', { mayBeLocal: true }) ?? ofPackage
  );
};

const watch = (updates: Updates, settings: SettingsBook, timers: Timers): void => {
  powerMonitor.on('resume', () => updates.wake());
  const network = noticeNetworkReturn({
    isOnline: () => net.isOnline(),
    isMissed: () => updates.isOffline,
    onReturned: () => updates.checkSoon(),
    timers,
  });
  updates.subscribe(() => network.invalidate());
  let wasAutomatic = settings.current.checkForUpdates;
  settings.subscribe(() => {
    const { checkForUpdates } = settings.current;
    if (checkForUpdates && !wasAutomatic) updates.checkSoon();
    wasAutomatic = checkForUpdates;
  });
};

const readText = (path: string): string | undefined => {
  try {
    return fs.readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
};

const isOnPath = (program: string): boolean =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .some((folder) => folder.startsWith('/') && fs.existsSync(join(folder, program)));
