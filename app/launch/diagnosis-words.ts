import type { CheckResult, Verdict } from '../diagnosis/check-result.ts';
import type { CrashedProcess, CrashReason } from '../diagnosis/crash-record.ts';
import type { CheckName, Finding, FolderName, ServiceReach } from '../diagnosis/finding.ts';

/** What a terminal, and the text that is saved, say about a diagnosis. */
export const diagnosisWords = {
  title: 'Hotseat diagnosis',
  checks: 'Checks',
  accounts: 'Accounts',
  crashes: 'Crashes',
  log: 'The end of the log',
  none: 'None.',
  saved: (file: string) =>
    `Saved in ${file}, for you alone to read. Look through it before you give it away.`,
  notSaved: (file: string) =>
    `Nothing was saved: ${file} cannot be written. Choose another place, then try again.`,
  verdicts: { ok: 'ok', advice: 'advice', failed: 'FAILED' } satisfies Record<Verdict, string>,
  names: {
    folder: 'Folder',
    files: 'Files',
    keyring: 'Keyring',
    services: 'Services',
    clock: 'Clock',
    proxy: 'Proxy',
    policy: 'Policy',
    updates: 'Updates',
    disk: 'Disk',
    system: 'System',
    crashes: 'Crashes',
  } satisfies Record<CheckName, string>,
  counts: ({ total, locked, loggedOut }: Record<'total' | 'locked' | 'loggedOut', number>) =>
    `${total} in all, ${locked} locked, ${loggedOut} logged out.`,
} as const;

const reaches: Readonly<Record<ServiceReach, string>> = {
  reached: 'reached',
  unreachable: 'not reached',
  tooLate: 'no answer in time',
  certificate: 'its certificate is not good',
  insecure: 'its address is not secure',
};

const serviceKinds = {
  directory: 'this computer',
  appServices: 'App Services',
  openIdConnect: 'OpenID Connect',
  website: 'website',
} as const;

const listed = (folders: readonly FolderName[]): string => folders.join(', ');

/** What a finding means, and what to do about it where there is something to do. */
export const findingSentence = (finding: Finding): string => {
  switch (finding.code) {
    case 'folderSound':
      return 'Hotseat’s folders are yours alone.';
    case 'folderOpen':
      return `Others on this computer may look into: ${listed(finding.folders)}. Take their rights away (chmod 700).`;
    case 'folderNotOwn':
      return `Somebody else owns: ${listed(finding.folders)}. Give them back to whoever runs Hotseat.`;
    case 'folderNotWritable':
      return `Nothing can be written to: ${listed(finding.folders)}. Give yourself the right to, or free the disk of its write protection.`;
    case 'filesSound':
      return `Files read, all as they were written: ${finding.files}.`;
    case 'filesDamaged':
      return `Files that are not as they were written: ${finding.files}, in: ${listed(finding.folders)}. Restart Hotseat, which goes back to the copy before; if it stays, check the disk.`;
    case 'filesUnreadable':
      return `Files that cannot be opened: ${finding.files}, in: ${listed(finding.folders)}. Give yourself the right to read them.`;
    case 'filesNewer':
      return 'A newer Hotseat has written the list of accounts, so nothing is changed. Update this one.';
    case 'filesDisagree':
      return 'The disk has another list of accounts than this Hotseat. Check the room on the disk, then restart Hotseat.';
    case 'keyringProtects':
      return 'Sessions are encrypted with a key from the key store; tried just now.';
    case 'keyringOther':
      return 'Another keyring is here than the one that sealed the sessions. Unlock that one, or begin anew in the window.';
    case 'keyringAbsent':
      return 'No key store answers, so sessions are in memory only. Unlock or install a keyring.';
    case 'keyringNotWanted':
      return 'Sessions are in memory only, by the rules of this computer.';
    case 'keyringSilent':
      return 'The key store has not answered yet. Unlock it, then try again.';
    case 'servicesReached':
    case 'servicesMissing':
    case 'servicesOffline':
      return servicesSentence(finding);
    case 'clockAgrees':
      return `Within ${finding.offBySeconds} s of a service’s.`;
    case 'clockOff':
      return `${finding.offBySeconds} s ${finding.is} of a service’s. Set it by the network: logins and certificates need it right.`;
    case 'clockUnknown':
      return 'No service has said what time it is.';
    case 'proxyNone':
      return 'None.';
    case 'proxyUsed':
      return `Services are asked through one: ${finding.kinds.join(', ')}.`;
    case 'policyNone':
      return 'None.';
    case 'policyHolds':
      return `Holds. Rules in it: ${finding.keys}.`;
    case 'policyUnknownKeys':
      return `Holds. Keys in it that this Hotseat does not know: ${finding.unknownKeys}. Tell whoever looks after this computer.`;
    case 'policyBroken':
      return 'Cannot be read, so the strictest rules hold. Tell whoever looks after this computer.';
    case 'diskRoomy':
      return `${finding.freeMegabytes} MB are free.`;
    case 'diskLow':
      return `${finding.freeMegabytes} MB are free. Make room before it is full.`;
    case 'diskFull':
      return `${finding.freeMegabytes} MB are free, so nothing more may be saved. Make room.`;
    case 'systemKnown':
      return systemSentence(finding);
    case 'crashesNone':
      return `None in the last ${finding.days} days.`;
    case 'crashesSeen':
      return `In the last ${finding.days} days: ${finding.crashes}; runs that did not come to their end: ${finding.unfinished}. What is known of them is in what --save saves.`;
    case 'unanswered':
      return finding.because === 'tooLate'
        ? 'Came to no end in time. Try again.'
        : 'The check itself failed. Hotseat’s log says more.';
    default:
      return updatesSentence(finding);
  }
};

const servicesSentence = ({ code, services }: Extract<Finding, { services: unknown }>): string => {
  const each = services
    .map(
      ({ number, kind, reach, address = `service ${number}` }) =>
        `${address} (${serviceKinds[kind]}): ${reaches[reach]}`,
    )
    .join('; ');
  if (code === 'servicesReached') return `${each}.`;
  return code === 'servicesOffline'
    ? `There is no network, so none beyond this computer was asked. ${each}.`
    : `${each}. Check the connection, and whether the service is up.`;
};

type UpdatesFinding = Extract<Finding, { origin?: unknown }>;

const updatesSentence = (finding: UpdatesFinding): string => {
  const from = finding.origin === undefined ? '' : ` From ${finding.origin}.`;
  const checked =
    'checkedAt' in finding && finding.checkedAt !== undefined ? ` Last checked ${finding.checkedAt}.` : '';
  switch (finding.code) {
    case 'updatesOff':
      return `Off: ${finding.because}.${from}`;
    case 'updatesOn':
      return `On.${from}${checked}`;
    case 'updateWaits':
      return `Hotseat ${finding.version} is there. Install it in the window.${from}`;
    case 'updateNeedsSystem':
      return `Hotseat ${finding.version} is there, and needs a newer system.${from}`;
    case 'updatesUnreached':
      return `Their server cannot be reached. Check the connection.${from}${checked}`;
    default:
      return `Failed (${finding.during}: ${finding.because}). Look at the updates in the window.${from}${checked}`;
  }
};

const systemSentence = (facts: Extract<Finding, { code: 'systemKnown' }>): string => {
  const { hotseat, isPackaged, electron, chromium, node, platform, release, architecture } = facts;
  const { session, desktop, displays } = facts;
  return [
    `Hotseat ${hotseat}${isPackaged ? '' : ' from its sources'}, Electron ${electron}, Chromium ${chromium}, Node ${node}`,
    `${platform} ${release} ${architecture}`,
    `session ${session}, desktop ${desktop === '' ? 'unknown' : desktop}, displays ${displays}.`,
  ].join('; ');
};

const processes: Readonly<Record<CrashedProcess, string>> = {
  main: 'Hotseat',
  window: 'window',
  page: 'page of a workspace',
  directory: 'directory',
  gpu: 'graphics',
  other: 'another process',
};

const reasons: Readonly<Partial<Record<CrashReason, string>>> = {
  notQuit: 'did not come to its end',
  oom: 'out of memory',
};

/** A crash in one line. */
export const crashLine = (crash: {
  readonly at: string;
  readonly process: CrashedProcess;
  readonly reason: CrashReason;
  readonly exitCode?: number | undefined;
  readonly error?: string | undefined;
  readonly place?: string | undefined;
  readonly hotseat: string;
}): string =>
  [
    crash.at,
    processes[crash.process],
    reasons[crash.reason] ?? crash.reason,
    ...(crash.exitCode === undefined ? [] : [`exit code ${crash.exitCode}`]),
    ...(crash.error === undefined ? [] : [crash.error]),
    ...(crash.place === undefined ? [] : [crash.place]),
    `Hotseat ${crash.hotseat}`,
  ].join(', ');

/** A check in one line, as it is numbered everywhere. */
export const checkLine = ({ number, check, verdict, finding }: CheckResult): string =>
  [
    String(number).padStart(2),
    diagnosisWords.names[check].padEnd(8),
    diagnosisWords.verdicts[verdict].padEnd(6),
    findingSentence(finding),
  ].join('  ');
