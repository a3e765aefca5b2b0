import type {
  CheckName,
  CheckResult,
  Finding,
  ServiceReach,
  Verdict,
} from '../../app/contract/diagnosis-views.ts';
import type { Snapshot } from '../../app/contract/views.ts';
import { byteSize } from './byte-size.ts';
import { duration, moment, plural } from './durations.ts';

/** What the window says about the diagnosis and the log. */
export const diagnosisWords = {
  diagnosis: 'Diagnosis',
  lead: 'Checks what Hotseat needs on this computer, for you and for whoever helps you. Nothing is sent anywhere: of the services that you have added it is only asked whether they are there.',
  open: 'Diagnose…',
  running: 'Checking…',
  results: 'Checks',
  again: 'Check again',
  save: 'Save…',
  copy: 'Copy',
  copied: 'Copied.',
  saved: 'Saved, for you alone to read.',
  withAddresses: 'Say the addresses of services',
  withAddressesHint: 'Otherwise they are numbers. Names of accounts are in neither.',
  whatIsSaved: 'What would be saved',
  whatIsSavedHint: 'Word for word. Look through it before you give it away.',
  verdicts: { ok: 'In order', advice: 'Advice', failed: 'Failed' } satisfies Record<Verdict, string>,

  logLevel: 'What is logged',
  logLevelHint:
    'In files on this computer, five megabytes at most, without secrets. More than usual helps to find a fault.',
  logLevels: {
    error: 'Failures of Hotseat itself',
    warn: 'Failures and warnings',
    info: 'The usual',
    debug: 'Everything that Hotseat is asked to do',
  } satisfies Record<Snapshot['settings']['logLevel'], string>,
} as const;

/** After all are made. */
export const outcomeSentence = (checks: readonly CheckResult[]): string => {
  const failed = checks.filter(({ verdict }) => verdict === 'failed').length;
  if (failed > 0) return `${plural(failed, 'check')} failed. What to do is said with each.`;
  return checks.some(({ verdict }) => verdict === 'advice')
    ? 'Nothing failed, and there is some advice.'
    : 'Everything is in order.';
};

export const checkNamesShown: Readonly<Record<CheckName, string>> = {
  folder: 'Hotseat’s folders',
  files: 'Stored files',
  keyring: 'Keyring',
  services: 'Services',
  clock: 'Clock',
  proxy: 'Proxy',
  policy: 'Policy',
  updates: 'Updates',
  disk: 'Room on the disk',
  system: 'System',
  crashes: 'Crashes',
};

/** What a check came to, and what to do about it. */
export const findingSentence = (finding: Finding): string => {
  switch (finding.code) {
    case 'folderSound':
      return 'They are yours alone.';
    case 'folderOpen':
      return `Others on this computer may look into ${listed(finding.folders)}. Take their rights to it away, so that it is yours alone.`;
    case 'folderNotOwn':
      return `Somebody else owns ${listed(finding.folders)}. Take it back, or have an administrator do so.`;
    case 'folderNotWritable':
      return `Nothing can be written to ${listed(finding.folders)}. Give yourself the right to write there.`;
    case 'filesSound':
      return `${plural(finding.files, 'file')} read, all as they were written.`;
    case 'filesDamaged':
      return `${plural(finding.files, 'file')} in ${listed(finding.folders)} not as written. Restart Hotseat, which goes back to the copy before; if it stays, check the disk.`;
    case 'filesUnreadable':
      return `${plural(finding.files, 'file')} in ${listed(finding.folders)} cannot be opened. Give yourself the right to read there.`;
    case 'filesNewer':
      return 'A newer Hotseat has written the list of accounts, so nothing is changed. Update this one.';
    case 'filesDisagree':
      return 'The disk has another list of accounts than the window. Check the room on the disk, then restart Hotseat.';
    case 'keyringProtects':
      return 'Sessions are encrypted with a key from it. Tried just now: something was sealed, and opened again.';
    case 'keyringOther':
      return 'Another one is here than before. Unlock that one, or begin with this one where the window offers it.';
    case 'keyringAbsent':
      return 'None answers, so sessions are in memory only and end with Hotseat. Unlock or install one.';
    case 'keyringNotWanted':
      return 'Your organisation keeps sessions in memory only.';
    case 'keyringSilent':
      return 'It has not answered yet. Unlock it, then check again.';
    case 'servicesReached':
      return 'All are there.';
    case 'servicesMissing':
      return `${finding.services
        .filter(({ reach }) => reach !== 'reached')
        .map(serviceSentence)
        .join(' ')} Check the connection, and whether the service is up.`;
    case 'servicesOffline':
      return 'There is no network, so none beyond this computer was asked. Connect, then check again.';
    case 'clockAgrees':
      return `It agrees with a service’s within ${duration(finding.offBySeconds)}.`;
    case 'clockOff':
      return `It is ${duration(finding.offBySeconds)} ${finding.is} of a service’s. Have it set by the network: logins need it right.`;
    case 'clockUnknown':
      return 'No service has said what time it is, so it was not compared.';
    case 'proxyNone':
      return 'Services are asked directly.';
    case 'proxyUsed':
      return `Services are asked through one (${finding.kinds.join(', ')}).`;
    case 'policyNone':
      return 'Nobody has set rules for this computer.';
    case 'policyHolds':
      return `It holds, with ${plural(finding.keys, 'rule')}.`;
    case 'policyUnknownKeys':
      return `It holds, but for ${plural(finding.unknownKeys, 'key')} that this Hotseat does not know. Tell whoever looks after the computer.`;
    case 'policyBroken':
      return 'It cannot be read, so the strictest rules hold. Tell whoever looks after the computer.';
    case 'updatesOff':
      return 'Hotseat does not update itself here; the settings under Updates say why.';
    case 'updatesOn':
      return finding.checkedAt === undefined
        ? 'Hotseat has not looked for a newer version yet.'
        : `This version is the newest. Last checked: ${moment(Date.parse(finding.checkedAt))}.`;
    case 'updateWaits':
      return `Hotseat ${finding.version} is there. Install it under Updates.`;
    case 'updateNeedsSystem':
      return `Hotseat ${finding.version} is there, but it needs a newer system.`;
    case 'updatesUnreached':
      return 'Their server cannot be reached. Check the connection; Hotseat tries again by itself.';
    case 'updatesFailed':
      return 'The last attempt failed; the settings under Updates say why, and what to do.';
    case 'diskRoomy':
      return `${freeSpace(finding)} are free.`;
    case 'diskLow':
      return `Only ${freeSpace(finding)} are free. Make room before it is full.`;
    case 'diskFull':
      return `Only ${freeSpace(finding)} are free, so changes may not be saved. Make room now.`;
    case 'systemKnown':
      return `Hotseat ${finding.hotseat}, Electron ${finding.electron}, ${finding.platform} ${finding.release}.`;
    case 'crashesNone':
      return `None in the last ${plural(finding.days, 'day')}.`;
    case 'crashesSeen':
      return `${plural(finding.crashes, 'crash', 'crashes')} in the last ${plural(finding.days, 'day')}, and ${plural(finding.unfinished, 'run')} of Hotseat’s that did not come to an end. What is known of them is in the text below; give it to whoever helps you.`;
    default:
      return finding.because === 'tooLate'
        ? 'It came to no end in time. Check again.'
        : 'The check itself failed. The log says more.';
  }
};

const lists = new Intl.ListFormat('en', { type: 'conjunction' });

const listed = (folders: readonly string[]): string => lists.format(folders.map((name) => `“${name}”`));

const freeSpace = ({ freeMegabytes }: { readonly freeMegabytes: number }): string =>
  byteSize(freeMegabytes * 1_000_000);

const reaches: Readonly<Record<ServiceReach, (service: string) => string>> = {
  reached: (service) => `${service} is there.`,
  unreachable: (service) => `${service} cannot be reached.`,
  tooLate: (service) => `${service} does not answer in time.`,
  certificate: (service) => `${service} cannot prove who it is: its certificate is not good.`,
  insecure: (service) => `${service} has an address that is not secure.`,
};

const serviceSentence = ({
  number,
  kind,
  reach,
}: Extract<Finding, { code: 'servicesMissing' }>['services'][number]): string =>
  reaches[reach](kind === 'directory' ? 'The directory on this computer' : `Service ${number}`);
