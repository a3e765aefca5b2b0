import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Session } from 'electron';
import { getAppCacheDir } from 'electron-updater/out/AppAdapter.js';
import type { AppUpdater } from 'electron-updater/out/AppUpdater.js';
import { BaseUpdater } from 'electron-updater/out/BaseUpdater.js';
import { DebUpdater } from 'electron-updater/out/DebUpdater.js';
import { MacUpdater } from 'electron-updater/out/MacUpdater.js';
import { NsisUpdater } from 'electron-updater/out/NsisUpdater.js';
import { RpmUpdater } from 'electron-updater/out/RpmUpdater.js';
import { CancellationToken, type ProgressInfo, type UpdateInfo } from 'electron-updater/out/types.js';
import type { Log, Timers } from '../../app/ports.ts';
import type { Version } from '../../app/updates/version.ts';
import { createBoundedFetch } from '../network/bounded-fetch.ts';
import { AppImageInPlace } from './app-image-in-place.ts';
import type { PackageKind } from './package-kind.ts';
import { sha512Of, sweepPending } from './pending-downloads.ts';
import type { SeenVersions } from './seen-versions.ts';
import { signedProvider } from './signed-provider.ts';
import type { Found, InstallResult, UpdateEngine } from './update-engine.ts';
import { UpdateFailure } from './update-failure.ts';
import { offerOf } from './update-metadata.ts';
import type { UpdateSource } from './update-source.ts';

export interface LibraryEngineOptions {
  readonly kind: PackageKind;
  /** The AppImage that is replaced. */
  readonly appImage: string | undefined;
  readonly source: UpdateSource;
  readonly running: Version;
  readonly seen: SeenVersions;
  /** True where the app is run from its sources, for tests. */
  readonly isDevelopment: boolean;
  readonly timers: Timers;
  readonly log: Log;
}

/** Below the folder that systems have for what may be lost. */
const cacheFolderName = 'hotseat-updater';
/** A server that sends nothing for that long is given up. */
const silenceLimitMs = 120_000;

/** electron-updater, with nothing left to its defaults that matters. To be loaded when it is needed, not before. */
export const createLibraryEngine = (options: LibraryEngineOptions): UpdateEngine => {
  const { kind, source, running, seen, timers, log } = options;
  const updater = updaterFor(options);
  const pending = join(getAppCacheDir(), cacheFolderName, 'pending');
  configure(updater, options);
  refuseInsecure(updater.netSession, source);
  const fetch = createBoundedFetch({
    fetch: (url, init) => updater.netSession.fetch(url, init),
    timers,
    byteLimit: 256_000,
    followsRedirects: true,
  });
  updater.setFeedURL({
    provider: 'custom',
    updateProvider: signedProvider({ source, fetch, running, seen }),
  });
  sweepPending(pending);

  let isSystemNewEnough = true;
  const isSupported = updater.isUpdateSupported;
  updater.isUpdateSupported = async (found) => {
    isSystemNewEnough = await isSupported(found);
    return isSystemNewEnough;
  };
  let offered: UpdateInfo | undefined;
  let downloaded: string | undefined;

  const received = (onReceived: (bytes: number) => void, cancel: (because: UpdateFailure) => void) => {
    const expectedBytes = offered && fileFor(kind, offered)?.size;
    const giveUp = (): void => cancel(new UpdateFailure('stalled'));
    let stopWaiting = timers.after(silenceLimitMs, giveUp);
    const listener = ({ transferred, total }: ProgressInfo): void => {
      stopWaiting();
      stopWaiting = timers.after(silenceLimitMs, giveUp);
      if (total !== expectedBytes || transferred > total) cancel(new UpdateFailure('damaged'));
      else onReceived(transferred);
    };
    updater.on('download-progress', listener);
    return () => {
      stopWaiting();
      updater.off('download-progress', listener);
    };
  };

  return {
    check: async (): Promise<Found> => {
      isSystemNewEnough = true;
      const result = await updater.checkForUpdates();
      if (!result) throw new UpdateFailure('unexpected');
      const { updateInfo } = result;
      if (!result.isUpdateAvailable) {
        await rm(pending, { recursive: true, force: true });
        return isSystemNewEnough ? { kind: 'nothing' } : { kind: 'newerSystem', version: updateInfo.version };
      }
      offered = updateInfo;
      const file = fileFor(kind, updateInfo);
      const { releaseNotes } = updateInfo;
      return {
        kind: 'offer',
        offer: offerOf(
          {
            version: updateInfo.version,
            files: file ? [{ url: file.url, sha512: file.sha512, size: file.size ?? 0 }] : [],
            releaseNotes: typeof releaseNotes === 'string' ? releaseNotes : undefined,
          },
          file?.url ?? '',
        ),
      };
    },
    download: async (onReceived, cancellation) => {
      const token = new CancellationToken();
      let because: UpdateFailure | undefined;
      const cancel = (): void => {
        token.cancel();
        // The library lets what is under way go on.
        void updater.netSession.closeAllConnections();
      };
      const stop = received(onReceived, (failure) => {
        because = failure;
        cancel();
      });
      cancellation.addEventListener('abort', cancel);
      try {
        if (cancellation.aborted) throw new UpdateFailure('unexpected');
        [downloaded] = await updater.downloadUpdate(token);
      } catch (cause) {
        sweepPending(pending);
        throw because ?? cause;
      } finally {
        cancellation.removeEventListener('abort', cancel);
        stop();
      }
    },
    prepare: async () => {
      const file = downloaded;
      const signed = offered?.files.find(({ url }) => file !== undefined && url === basename(file));
      if (file === undefined || !signed) throw new UpdateFailure('unexpected');
      // Anything of this person’s could have changed it since.
      const isSigned = (path: string) => sha512Of(path).then((sha512) => sha512 === signed.sha512);
      if (!(await isSigned(file))) throw new UpdateFailure('damaged');
      if (updater instanceof AppImageInPlace) await updater.stage(file);
    },
    install: async (): Promise<InstallResult> => {
      if (!(updater instanceof BaseUpdater)) {
        updater.quitAndInstall();
        return 'startsItself';
      }
      const isOnWindows = updater instanceof NsisUpdater;
      let failure: Error | undefined;
      updater.once('error', (cause) => {
        failure = cause;
      });
      if (!updater.install(isOnWindows, isOnWindows)) {
        log.warn('an update was not installed', { cause: String(failure?.message) });
        throw new UpdateFailure('declined', { cause: failure });
      }
      return isOnWindows ? 'startsItself' : 'installed';
    },
  };
};

const updaterFor = ({ kind, appImage }: LibraryEngineOptions): AppUpdater => {
  switch (kind) {
    case 'appImage':
      return new AppImageInPlace(appImage ?? '');
    case 'deb':
      return new DebUpdater();
    case 'rpm':
      return new RpmUpdater();
    case 'windowsInstaller':
      return new NsisUpdater();
    default:
      return new MacUpdater();
  }
};

const configure = (updater: AppUpdater, { isDevelopment, log }: LibraryEngineOptions): void => {
  // Nobody’s connection is used for a hundred megabytes unasked, and nothing is replaced without a yes.
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = false;
  updater.autoRunAppAfterInstall = false;
  updater.allowDowngrade = false;
  updater.fullChangelog = false;
  updater.disableWebInstaller = true;
  // Pieces of the old version and of the new one are put together by a list that nobody has signed.
  updater.disableDifferentialDownload = true;
  updater.forceDevUpdateConfig = isDevelopment;
  updater.logger = {
    // Among these is the number that the staged roll-out goes by.
    info: () => undefined,
    warn: (message: unknown) => log.warn('updates', { said: String(message) }),
    error: (message: unknown) => log.warn('updates', { failed: String(message) }),
  };
  // In place of app-update.yml, which no package has: it would name a server without a key.
  Object.assign(updater, {
    configOnDisk: { value: Promise.resolve({ updaterCacheDirName: cacheFolderName }) },
  });
};

/** The library follows redirects; none leads out of https. */
const refuseInsecure = (session: Session, { url }: UpdateSource): void => {
  const own = new URL(url);
  session.webRequest.onBeforeRequest((details, respond) => {
    const to = URL.parse(details.url);
    respond({ cancel: to?.protocol !== 'https:' && to?.origin !== own.origin });
  });
};

const endings: Readonly<Record<PackageKind, string>> = {
  appImage: '.AppImage',
  deb: '.deb',
  rpm: '.rpm',
  windowsInstaller: '.exe',
  macApp: '.zip',
};

/** As electron-updater chooses it: of that kind, and of several the one for this processor. */
const fileFor = (kind: PackageKind, { files }: UpdateInfo): UpdateInfo['files'][number] | undefined => {
  const fitting = files.filter(({ url }) => url.toLowerCase().endsWith(endings[kind].toLowerCase()));
  return fitting.find(({ url }) => url.includes(process.arch)) ?? fitting[0];
};
