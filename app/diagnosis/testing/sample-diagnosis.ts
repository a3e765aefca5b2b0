import type { DiagnosisFacts } from '../diagnosis-report.ts';
import { checkResultOf } from '../check-result.ts';
import type { Finding } from '../finding.ts';

/** One of each check, all in order. */
const soundFindings: readonly Finding[] = [
  { code: 'crashesNone', days: 7 },
  { code: 'folderSound' },
  { code: 'filesSound', files: 9 },
  { code: 'keyringProtects', by: 'secretService' },
  {
    code: 'servicesReached',
    services: [
      { number: 1, kind: 'directory', reach: 'reached' },
      { number: 2, kind: 'website', reach: 'reached', address: 'https://forum.example.org' },
    ],
  },
  { code: 'clockAgrees', offBySeconds: 1 },
  { code: 'proxyNone' },
  { code: 'policyNone' },
  { code: 'updatesOff', because: 'noKey' },
  { code: 'diskRoomy', freeMegabytes: 9_000 },
  {
    code: 'systemKnown',
    hotseat: '0.1.0',
    isPackaged: true,
    electron: '42.0.0',
    chromium: '148.0.7778.97',
    node: '24.15.0',
    platform: 'linux',
    release: '6.1.0-37-amd64',
    architecture: 'x64',
    session: 'x11',
    desktop: 'GNOME',
    displays: 2,
  },
];

interface Given {
  readonly total?: number;
  /** In place of those of the same checks. */
  readonly findings?: readonly Finding[];
  readonly logLines?: readonly string[];
}

/** A diagnosis of a Hotseat with a website, in which one account of Ana is. */
export const sampleDiagnosis = ({ total = 1, findings = [], logLines = [] }: Given = {}): DiagnosisFacts => {
  const replaced = new Set(findings.map((finding) => checkResultOf(finding).check));
  return {
    atMs: Date.parse('2031-05-10T12:00:00.000Z'),
    findings: [
      ...soundFindings.filter((finding) => !replaced.has(checkResultOf(finding).check)),
      ...findings,
    ],
    accounts: { total, locked: 0, loggedOut: 0 },
    crashes: [],
    logLines,
    names: {
      home: '/home/ana',
      computer: ['reception'],
      accounts: [['Ana', 'ana@example.org']],
      services: [{ names: [] }, { names: ['Forum'], origin: 'https://forum.example.org' }],
    },
  };
};
