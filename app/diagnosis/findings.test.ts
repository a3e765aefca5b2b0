import { describe, expect, it, test } from 'vitest';
import { checkResultOf } from './check-result.ts';
import { crashesFinding, policyFinding, updatesFinding } from './computer-findings.ts';
import type { CrashRecord } from './crash-record.ts';
import { checkNames, findingSchema, type Finding } from './finding.ts';
import { clockFinding, proxyFinding, servicesFinding, type ServiceProbe } from './network-findings.ts';
import {
  diskFinding,
  filesFinding,
  folderFinding,
  keyringFinding,
  type FileFacts,
  type FolderFacts,
} from './stored-findings.ts';

const folder = (part: Partial<FolderFacts> = {}): FolderFacts => ({
  name: 'registry',
  isOwn: true,
  isPrivate: true,
  isWritable: true,
  ...part,
});
const files = (part: Partial<FileFacts> = {}): FileFacts => ({
  accounts: 'agree',
  soundCount: 7,
  damagedIn: [],
  unreadableIn: [],
  ...part,
});
const directory: ServiceProbe = { kind: 'directory', reach: 'reached' };
const website = (part: Partial<ServiceProbe> = {}): ServiceProbe => ({
  kind: 'website',
  reach: 'reached',
  origin: 'https://forum.example.org',
  ...part,
});
const crash = (at: string, part: Partial<CrashRecord> = {}): CrashRecord => ({
  at,
  process: 'page',
  reason: 'crashed',
  hotseat: '0.1.0',
  electron: '42.0.0',
  ...part,
});
const now = Date.parse('2031-05-10T12:00:00.000Z');
const offer = { version: '2.0.0', sizeBytes: 1 };
const policy = { setByPolicy: ['switching'], unknownKeys: [] };

test.each<readonly [string, Finding, string]>([
  ['1 ok', folderFinding([folder()]), 'folderSound'],
  ['1 failed', folderFinding([folder({ isPrivate: false })]), 'folderOpen'],
  ['1 failed', folderFinding([folder({ isPrivate: false }), folder({ isOwn: false })]), 'folderNotOwn'],
  ['1 failed', folderFinding([folder({ isPrivate: false, isWritable: false })]), 'folderNotWritable'],
  ['2 ok', filesFinding(files()), 'filesSound'],
  ['2 failed', filesFinding(files({ damagedIn: ['locks', 'locks'] })), 'filesDamaged'],
  ['2 failed', filesFinding(files({ unreadableIn: ['locks'], damagedIn: ['window'] })), 'filesUnreadable'],
  ['2 failed', filesFinding(files({ accounts: 'differ' })), 'filesDisagree'],
  ['2 failed', filesFinding(files({ accounts: 'newer', damagedIn: ['registry'] })), 'filesNewer'],
  ['3 ok', keyringFinding({ kind: 'protected', by: 'secretService', isAnother: false }), 'keyringProtects'],
  ['3 ok', keyringFinding({ kind: 'inMemoryByRule' }), 'keyringNotWanted'],
  ['3 advice', keyringFinding({ kind: 'unprotected' }), 'keyringAbsent'],
  ['3 advice', keyringFinding({ kind: 'protected', by: 'keychain', isAnother: true }), 'keyringOther'],
  ['3 failed', keyringFinding({ kind: 'checking' }), 'keyringSilent'],
  ['4 ok', servicesFinding([directory, website()]), 'servicesReached'],
  ['4 advice', servicesFinding([directory, website({ reach: undefined })]), 'servicesOffline'],
  ['4 failed', servicesFinding([directory, website({ reach: 'certificate' })]), 'servicesMissing'],
  ['4 failed', servicesFinding([{ ...directory, reach: 'unreachable' }]), 'servicesMissing'],
  ['5 ok', clockFinding([directory, website({ clockAheadMs: -120_000 })]), 'clockAgrees'],
  ['5 ok', clockFinding([directory]), 'clockUnknown'],
  ['5 advice', clockFinding([website({ clockAheadMs: 121_000 })]), 'clockOff'],
  ['6 ok', proxyFinding(['DIRECT', ' DIRECT; PROXY later:1']), 'proxyNone'],
  ['6 ok', proxyFinding(['DIRECT', 'PROXY proxy.example:3128']), 'proxyUsed'],
  ['7 ok', policyFinding({ policy: 'none', setByPolicy: [], unknownKeys: [] }), 'policyNone'],
  ['7 ok', policyFinding({ ...policy, policy: 'held' }), 'policyHolds'],
  ['7 advice', policyFinding({ ...policy, policy: 'held', unknownKeys: ['colour'] }), 'policyUnknownKeys'],
  ['7 failed', policyFinding({ ...policy, policy: 'broken' }), 'policyBroken'],
  ['8 ok', updatesFinding({ kind: 'off', because: 'noKey' }, undefined), 'updatesOff'],
  ['8 ok', updatesFinding({ kind: 'idle', checkedAtMs: now }, 'releases.example'), 'updatesOn'],
  ['8 advice', updatesFinding({ kind: 'ready', offer }, undefined), 'updateWaits'],
  ['8 advice', updatesFinding({ kind: 'systemTooOld', version: '2.0.0' }, undefined), 'updateNeedsSystem'],
  [
    '8 advice',
    updatesFinding({ kind: 'failed', during: 'check', because: 'offline' }, undefined),
    'updatesUnreached',
  ],
  [
    '8 failed',
    updatesFinding({ kind: 'failed', during: 'check', because: 'untrusted' }, undefined),
    'updatesFailed',
  ],
  ['9 ok', diskFinding(500_000_000), 'diskRoomy'],
  ['9 advice', diskFinding(499_000_000), 'diskLow'],
  ['9 failed', diskFinding(19_999_999), 'diskFull'],
  ['11 ok', crashesFinding([crash('2031-05-03T11:59:59.000Z')], now), 'crashesNone'],
  ['11 advice', crashesFinding([crash('2031-05-03T12:00:01.000Z')], now), 'crashesSeen'],
  ['4 failed', { code: 'unanswered', check: 'services', because: 'tooLate' }, 'unanswered'],
])('%s: %o', (numberAndVerdict, finding, code) => {
  expect(findingSchema.parse(finding), 'as the contract has it').toEqual(finding);
  const { number, verdict } = checkResultOf(finding);
  expect(`${number} ${verdict}`).toBe(numberAndVerdict);
  expect(finding.code).toBe(code);
});

describe('what was measured', () => {
  it('names each folder once, with the count of its files', () => {
    expect(filesFinding(files({ damagedIn: ['locks', 'locks', 'window'] }))).toEqual({
      code: 'filesDamaged',
      folders: ['locks', 'window'],
      files: 3,
    });
  });

  it('counts services by their places in the list', () => {
    expect(servicesFinding([directory, website({ reach: 'tooLate' })])).toEqual({
      code: 'servicesMissing',
      services: [
        { number: 1, kind: 'directory', reach: 'reached' },
        { number: 2, kind: 'website', reach: 'tooLate', address: 'https://forum.example.org' },
      ],
    });
  });

  it('goes by the service whose clock agrees best', () => {
    expect(clockFinding([website({ clockAheadMs: 900_000 }), website({ clockAheadMs: -3_400 })])).toEqual({
      code: 'clockAgrees',
      offBySeconds: 3,
    });
    expect(clockFinding([website({ clockAheadMs: -900_000 })])).toMatchObject({ is: 'behind' });
  });

  it('says of a proxy its kind, and neither where it is nor who may use it', () => {
    const finding = proxyFinding(['PROXY ada:CANARY-ada-password-1@proxy.example:3128', 'SOCKS5 s:1', 'X y']);
    expect(finding).toEqual({ code: 'proxyUsed', kinds: ['http', 'socks', 'other'] });
  });

  it('tells a crash from a run that did not come to its end', () => {
    const at = '2031-05-10T11:00:00.000Z';
    expect(crashesFinding([crash(at), crash(at), crash(at, { reason: 'notQuit' })], now)).toEqual({
      code: 'crashesSeen',
      days: 7,
      crashes: 2,
      unfinished: 1,
    });
  });
});

test('the numbers of the checks are those of docs/diagnosis.md, for ever', () => {
  expect(checkNames).toEqual([
    'folder',
    'files',
    'keyring',
    'services',
    'clock',
    'proxy',
    'policy',
    'updates',
    'disk',
    'system',
    'crashes',
  ]);
});
