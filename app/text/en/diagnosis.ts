import type { Verdict } from '../../diagnosis/check-result.ts';
import type { CrashedProcess } from '../../diagnosis/crash-record.ts';
import type { CheckName, Finding, FindingCode, ServiceReach } from '../../diagnosis/finding.ts';
import type { Messages } from '../message.ts';

/** What a diagnosis comes to: in the window, on a terminal, and in the text that is given away. */
export const diagnosis = {
  title: 'Hotseat diagnosis, {at}',
  checks: 'Checks',
  accounts: 'Accounts',
  crashes: 'Crashes',
  log: 'The end of the log',
  none: 'None.',
  counts: '{total, number} in all, {locked, number} locked, {loggedOut, number} logged out.',

  verdicts: { ok: 'In order', advice: 'Advice', failed: 'Failed' },
  outcomes: {
    ok: 'Everything is in order.',
    advice: 'Nothing failed, and there is some advice.',
    failed: '{count, plural, one {# check} other {# checks}} failed. What to do is said with each.',
  },
  names: {
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
  },

  /** Each stands beside the name of its check. */
  findings: {
    folderSound: 'They are yours alone.',
    folderOpen:
      'Others on this computer may look into {folders}. Take their rights to it away, so that it is yours alone.',
    folderNotOwn: 'Somebody else owns {folders}. Take it back, or have an administrator do so.',
    folderNotWritable: 'Nothing can be written to {folders}. Give yourself the right to write there.',

    filesSound: '{files, plural, one {# file} other {# files}} read, all as they were written.',
    filesDamaged:
      '{files, plural, one {# file} other {# files}} in {folders} not as written. Restart Hotseat, which goes back to the copy before; if it stays, check the disk.',
    filesUnreadable:
      '{files, plural, one {# file} other {# files}} in {folders} cannot be opened. Give yourself the right to read there.',
    filesNewer: 'A newer Hotseat has written the list of accounts, so nothing is changed. Update this one.',
    filesDisagree:
      'The disk has another list of accounts than Hotseat goes by. Check the room on the disk, then restart Hotseat.',

    keyringProtects:
      'Sessions are encrypted with a key from it. Tried just now: something was sealed, and opened again.',
    keyringOther:
      'Another one is here than before. Unlock that one, or begin with this one where the window offers it.',
    keyringAbsent:
      'None answers, so sessions are in memory only and end with Hotseat. Unlock or install one.',
    keyringNotWanted: 'Your organisation keeps sessions in memory only.',
    keyringSilent: 'It has not answered yet. Unlock it, then check again.',

    servicesReached: 'All are there.',
    servicesMissing: '{missing} Check the connection, and whether the service is up.',
    servicesOffline:
      'There is no network, so none beyond this computer was asked. Connect, then check again.',

    clockAgrees: 'It agrees with a service’s within {span}.',
    clockOff: {
      ahead: 'It is {span} ahead of a service’s. Have it set by the network: logins need it right.',
      behind: 'It is {span} behind a service’s. Have it set by the network: logins need it right.',
    },
    clockUnknown: 'No service has said what time it is, so it was not compared.',

    proxyNone: 'Services are asked directly.',
    proxyUsed: 'Services are asked through one ({kinds}).',

    policyNone: 'Nobody has set rules for this computer.',
    policyHolds: 'It holds, with {keys, plural, one {# rule} other {# rules}}.',
    policyUnknownKeys:
      'It holds, but for {unknownKeys, plural, one {# key} other {# keys}} that this Hotseat does not know. Tell whoever looks after the computer.',
    policyBroken: 'It cannot be read, so the strictest rules hold. Tell whoever looks after the computer.',

    updatesOff: 'Hotseat does not update itself here; the settings under Updates say why.',
    updatesOn: 'This version is the newest. Last checked: {when}.',
    updateWaits: 'Hotseat {version} is there. Install it under Updates.',
    updateNeedsSystem: 'Hotseat {version} is there, but it needs a newer system.',
    updatesUnreached: 'Their server cannot be reached. Check the connection; Hotseat tries again by itself.',
    updatesFailed: 'The last attempt failed; the settings under Updates say why, and what to do.',

    diskRoomy: '{free} are free.',
    diskLow: 'Only {free} are free. Make room before it is full.',
    diskFull: 'Only {free} are free, so changes may not be saved. Make room now.',

    systemKnown: 'Hotseat {hotseat}, Electron {electron}, {platform} {release}.',

    crashesNone: 'None in the last {days, plural, one {# day} other {# days}}.',
    crashesSeen:
      '{crashes, plural, one {# crash} other {# crashes}} in the last {days, plural, one {# day} other {# days}}, and {unfinished, plural, one {# run} other {# runs}} of Hotseat’s that did not come to an end. What is known of them is in the text that can be saved; give it to whoever helps you.',

    unanswered: {
      tooLate: 'It came to no end in time. Check again.',
      unexpected: 'The check itself failed. The log says more.',
    },
  },
  /** In place of `updatesOn`, where it never looked. */
  updatesNotChecked: 'Hotseat has not looked for a newer version yet.',

  folder: '“{name}”',
  theDirectory: 'The directory on this computer',
  service: 'Service {number, number}',
  missing: {
    unreachable: '{service} cannot be reached.',
    tooLate: '{service} does not answer in time.',
    certificate: '{service} cannot prove who it is: its certificate is not good.',
    insecure: '{service} has an address that is not secure.',
  },
  proxies: { http: 'HTTP', https: 'HTTPS', socks: 'SOCKS', other: 'another kind' },

  crashed: {
    main: 'Hotseat',
    window: 'window',
    page: 'page of a workspace',
    directory: 'directory',
    gpu: 'graphics',
    other: 'another process',
  },
  /** The reasons that are no words of the system’s. */
  notQuit: 'did not come to its end',
  outOfMemory: 'out of memory',
  exitCode: 'exit code {code}',
} as const satisfies {
  readonly verdicts: Record<Verdict, string>;
  readonly outcomes: Record<Verdict, string>;
  readonly names: Record<CheckName, string>;
  readonly findings: Record<FindingCode, string | Messages>;
  readonly missing: Record<Exclude<ServiceReach, 'reached'>, string>;
  readonly proxies: Record<Extract<Finding, { code: 'proxyUsed' }>['kinds'][number], string>;
  readonly crashed: Record<CrashedProcess, string>;
} & Messages;
