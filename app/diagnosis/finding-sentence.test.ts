import { describe, expect, test } from 'vitest';
import type { CheckedService, Finding } from './finding.ts';
import { findingFacts } from './finding-facts.ts';
import { findingSentence } from './finding-sentence.ts';
import { inEnglish, inGerman } from './testing/diagnosis-speech.ts';

const services: readonly CheckedService[] = [
  { number: 1, kind: 'directory', reach: 'unreachable' },
  { number: 2, kind: 'website', reach: 'reached' },
  { number: 3, kind: 'appServices', reach: 'tooLate' },
  { number: 4, kind: 'openIdConnect', reach: 'certificate', address: 'https://login.example.org' },
];

const said: readonly (readonly [Finding, english: string, german: string])[] = [
  [{ code: 'keyringAbsent' }, 'None answers, so sessions are in memory only', 'Keiner antwortet, daher'],
  [
    { code: 'folderOpen', folders: ['registry', 'logs', 'audit'] },
    'look into “registry”, “logs”, and “audit”. Take',
    'dürfen in „registry“, „logs“ und „audit“ hineinsehen.',
  ],
  [
    { code: 'filesDamaged', files: 1, folders: ['services'] },
    '1 file in “services” not as written.',
    '1 Datei in „services“ ist nicht so, wie sie geschrieben wurde.',
  ],
  [
    { code: 'filesSound', files: 1_200 },
    '1,200 files read, all as they were written.',
    '1.200 Dateien gelesen, alle so, wie sie geschrieben wurden.',
  ],
  [{ code: 'clockAgrees', offBySeconds: 0 }, 'within 1 second.', 'auf 1 Sekunde genau'],
  [
    { code: 'clockOff', offBySeconds: 121, is: 'behind' },
    'It is 3 minutes behind a service’s.',
    '3 Minuten nach.',
  ],
  [{ code: 'clockOff', offBySeconds: 7_201, is: 'ahead' }, 'It is 3 hours ahead of', '3 Stunden vor.'],
  [
    { code: 'proxyUsed', kinds: ['socks', 'other'] },
    'through one (SOCKS and another kind).',
    '(SOCKS und andere Art).',
  ],
  [{ code: 'diskRoomy', freeMegabytes: 9_120 }, '9.1 GB are free.', '9,1 GB sind frei.'],
  [{ code: 'diskLow', freeMegabytes: 499 }, 'Only 499 MB are free.', 'Nur 499 MB sind frei.'],
  [{ code: 'updatesOn' }, 'has not looked for a newer version yet.', 'noch nicht nach einer neueren'],
  [
    { code: 'updatesOn', checkedAt: '2031-05-10T12:00:00.000Z' },
    'Last checked: May 10, 2031 at ',
    'Zuletzt geprüft: 10. Mai 2031 um ',
  ],
  [
    { code: 'crashesSeen', days: 7, crashes: 0, unfinished: 1 },
    '0 crashes in the last 7 days, and 1 run of Hotseat’s that',
    '0 Abstürze in den letzten 7 Tagen, und 1 Lauf von Hotseat, der nicht zu Ende kam.',
  ],
  [
    { code: 'unanswered', check: 'disk', because: 'tooLate' },
    'It came to no end in time.',
    'kam nicht rechtzeitig zu einem Ende.',
  ],
];

test.each(said)('%j is said in both languages', (finding, english, german) => {
  expect(findingSentence(finding, inEnglish)).toContain(english);
  expect(findingSentence(finding, inGerman).replaceAll('\u00a0', ' ')).toContain(german);
});

describe('services that are not there', () => {
  test('are said one by one, by number, or by address where that is wanted', () => {
    expect(findingSentence({ code: 'servicesMissing', services }, inEnglish)).toBe(
      'The directory on this computer cannot be reached. Service 3 does not answer in time. https://login.example.org cannot prove who it is: its certificate is not good. Check the connection, and whether the service is up.',
    );
    expect(findingSentence({ code: 'servicesMissing', services }, inGerman)).toContain(
      'Dienst 3 antwortet nicht rechtzeitig.',
    );
  });

  test('and those that are there have their facts, in whichever language', () => {
    expect(findingFacts({ code: 'servicesMissing', services })).toBe(
      'servicesMissing services=[1 directory unreachable, 2 website reached, 3 appServices tooLate, 4 openIdConnect certificate https://login.example.org]',
    );
  });
});

test('facts are the code, and all that was measured', () => {
  expect(findingFacts({ code: 'policyBroken' })).toBe('policyBroken');
  expect(findingFacts({ code: 'folderOpen', folders: ['registry', 'logs'] })).toBe(
    'folderOpen folders=[registry, logs]',
  );
  expect(
    findingFacts({ code: 'updatesFailed', during: 'check', because: 'stalled', origin: undefined }),
  ).toBe('updatesFailed during=check because=stalled');
});
