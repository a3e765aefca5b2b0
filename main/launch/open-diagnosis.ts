import fs from 'node:fs/promises';
import { homedir, hostname, release, userInfo } from 'node:os';
import { join } from 'node:path';
import { app, net, screen, session } from 'electron';
import type { DiagnosisFacts } from '../../app/diagnosis/diagnosis-report.ts';
import type { Finding, ServiceReach } from '../../app/diagnosis/finding.ts';
import { routesOf } from '../../app/identity/app-services/routes.ts';
import { diagnose, type DiagnosisParts } from '../diagnosis/diagnosis.ts';
import { probeServices } from '../diagnosis/service-probe.ts';
import { DIRECTORY_APP_ID } from '../directory/directory-app-id.ts';
import { DIRECTORY_ORIGIN } from '../directory/directory-origin.ts';
import type { HttpTransport } from '../../app/identity/app-services/http.ts';
import { logName } from '../logging/log.ts';
import { rotatedName } from '../logging/rotated-file.ts';
import { createGuardedFetch } from '../network/guarded-fetch.ts';
import { requestFetch } from '../network/request-session.ts';
import { FileRegistryStore } from '../storage/registry-store.ts';

export interface DiagnosisOptions extends Pick<
  DiagnosisParts,
  | 'folders'
  | 'clock'
  | 'timers'
  | 'log'
  | 'registry'
  | 'services'
  | 'testStorage'
  | 'desk'
  | 'updates'
  | 'releases'
> {
  readonly crashes: DiagnosisParts['crashes'];
  readonly directoryTransport: HttpTransport;
  readonly platform: 'linux' | 'darwin' | 'win32';
}

/** Below the time of a check, so that one service that hangs is told apart from the others. */
const answerWithinMs = 4_000;

/** Makes a diagnosis of this computer. */
export const diagnoseHere = (options: DiagnosisOptions): Promise<DiagnosisFacts> => {
  const { folders, clock, timers } = options;
  return diagnose({
    ...options,
    logFile: join(folders.logs, rotatedName(logName, 0)),
    // A reader of its own: it changes nothing on disk, nor what the one that writes knows.
    readRegistry: () => new FileRegistryStore({ directory: folders.registry, clock }).readRegistry(),
    probeServices: (services) =>
      probeServices(services, {
        fetch: createGuardedFetch({ fetch: requestFetch, timers, timeLimitMs: answerWithinMs }),
        clock,
        isOnline: () => net.isOnline(),
        askDirectory: () => askDirectory(options),
      }),
    proxyFor: (address) => session.defaultSession.resolveProxy(address),
    freeBytes: async () => {
      const { bavail, bsize } = await fs.statfs(folders.profile);
      return bavail * bsize;
    },
    system: () => systemFinding(options.platform),
    computer: { home: homedir(), computer: [hostname(), userInfo().username] },
  });
};

const askDirectory = async ({ directoryTransport, timers }: DiagnosisOptions): Promise<ServiceReach> => {
  const controller = new AbortController();
  const stop = timers.after(answerWithinMs, () => controller.abort());
  const url = `${DIRECTORY_ORIGIN}${routesOf(DIRECTORY_APP_ID).location}`;
  const asked = await directoryTransport({ method: 'GET', url, headers: {} }, controller.signal);
  stop();
  if (asked.ok) return 'reached';
  return asked.error.code === 'cancelled' ? 'tooLate' : 'unreachable';
};

const systemFinding = (
  platform: DiagnosisOptions['platform'],
): Extract<Finding, { code: 'systemKnown' }> => ({
  code: 'systemKnown',
  hotseat: app.getVersion(),
  isPackaged: app.isPackaged,
  electron: process.versions.electron,
  chromium: process.versions.chrome,
  node: process.versions.node,
  platform,
  release: wordOf(release()),
  architecture: wordOf(process.arch),
  session: sessionOf(process.env['XDG_SESSION_TYPE'], platform),
  desktop: wordOf(process.env['XDG_CURRENT_DESKTOP'] ?? ''),
  displays: screen.getAllDisplays().length,
});

/** What was set by hand may be anything. */
const wordOf = (text: string): string => text.replaceAll(/[^\w.:+ -]/gu, '').slice(0, 60);

const sessionOf = (type: string | undefined, platform: string): 'x11' | 'wayland' | 'tty' | 'other' => {
  if (type === 'x11' || type === 'wayland' || type === 'tty') return type;
  return platform === 'linux' && process.env['DISPLAY'] ? 'x11' : 'other';
};
