import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { diagnosisReport, diagnosisReportSchema } from '../../app/diagnosis/diagnosis-report.ts';
import { inEnglish, inGerman } from '../../app/diagnosis/testing/diagnosis-speech.ts';
import { sampleDiagnosis } from '../../app/diagnosis/testing/sample-diagnosis.ts';
import { directoryService, type Service } from '../../app/identity/service.ts';
import { done, fail } from '../../app/outcome.ts';
import type { Timers } from '../../app/ports.ts';
import { createManualTimers, settled } from '../../app/testing/manual-timers.ts';
import { registryOf, someUser } from '../../app/testing/some-user.ts';
import { serviceIdSchema } from '../../app/users/user.ts';
import { sampleDesk } from '../policy/testing/sample-desk.ts';
import type { RegistryReading } from '../storage/registry-store.ts';
import { scratchDirectory } from '../storage/testing/scratch-directory.ts';
import { boundedCheck, checkWithinMs } from './bounded-check.ts';
import { diagnose, type DiagnosisParts } from './diagnosis.ts';
import { createDiagnosisDesk } from './diagnosis-desk.ts';
import { foldersUnder } from './testing/folders-under.ts';

let scratch: ReturnType<typeof scratchDirectory>;

beforeEach(() => {
  scratch = scratchDirectory();
});

afterEach(() => scratch[Symbol.dispose]());

const ana = someUser(1, { profile: { name: 'Ana', email: 'ana@example.org' }, isLocked: true });
const website: Service = {
  id: serviceIdSchema.parse('forum'),
  kind: 'website',
  name: 'Forum',
  url: 'https://forum.example.org/start',
  signInOrigins: [],
};
const silent = { warn: () => undefined };
/** What is waited for shortly comes at once; no check is given up. */
const quick: Timers = {
  after: (delayMs, run) => {
    if (delayMs < checkWithinMs) queueMicrotask(run);
    return () => undefined;
  },
};
const reading = (users: readonly (typeof ana)[]): RegistryReading => ({
  kind: 'read',
  accounts: { users },
  active: undefined,
  isRecovered: false,
  needsSaving: false,
  notices: [],
});

const parts = (own: Partial<DiagnosisParts> = {}): DiagnosisParts => ({
  folders: foldersUnder(scratch.path),
  logFile: join(scratch.path, 'hotseat.log'),
  clock: { nowMs: () => Date.parse('2031-05-10T12:00:00.000Z') },
  timers: quick,
  log: silent,
  registry: () => registryOf(ana),
  readRegistry: () => reading([ana]),
  services: () => [directoryService, website],
  probeServices: async () => [
    { kind: 'directory', reach: 'reached' },
    { kind: 'website', reach: 'reached', origin: 'https://forum.example.org', clockAheadMs: 500_000 },
  ],
  testStorage: async () => ({ kind: 'unprotected' }),
  proxyFor: async (address) => (address === 'https://forum.example.org' ? 'HTTPS p.example:1' : 'DIRECT'),
  desk: () => ({ ...sampleDesk, policy: 'none' }),
  updates: () => ({ kind: 'idle' }),
  releases: 'releases.example',
  freeBytes: async () => 9e9,
  system: () => {
    const system = sampleDiagnosis().findings.find(({ code }) => code === 'systemKnown');
    if (system?.code !== 'systemKnown') throw new Error('there is one');
    return system;
  },
  crashes: () => [],
  computer: { home: '/home/ana', computer: ['reception'] },
  ...own,
});
const codesOf = async (own: Partial<DiagnosisParts> = {}) =>
  (await diagnose(parts(own))).findings.map(({ code }) => code);

test('every check is made, and says nothing of whose the accounts are', async () => {
  writeFileSync(join(scratch.path, 'hotseat.log'), 'Ana of Forum said https://forum.example.org/a\n');
  const facts = await diagnose(parts());
  const report = diagnosisReport(facts, { withAddresses: false });
  expect(diagnosisReportSchema.parse(report)).toEqual(report);
  expect(report.checks.map(({ number, verdict, finding }) => `${number} ${verdict} ${finding.code}`)).toEqual(
    [
      '1 ok folderSound',
      '2 ok filesSound',
      '3 advice keyringAbsent',
      '4 ok servicesReached',
      '5 advice clockOff',
      '6 ok proxyUsed',
      '7 ok policyNone',
      '8 ok updatesOn',
      '9 ok diskRoomy',
      '10 ok systemKnown',
      '11 ok crashesNone',
    ],
  );
  expect(report.accounts).toEqual({ total: 1, locked: 1, loggedOut: 0 });
  expect(report.log).toEqual(['[account 1] of [service 2] said [service 2]']);
  expect(JSON.stringify(report)).not.toMatch(/ana|forum|p\.example/iu);
});

test('a check that throws or hangs takes no other with it', async () => {
  const codes = await codesOf({
    testStorage: () => Promise.reject(new Error('no')),
    system: () => {
      throw new Error('at once');
    },
  });
  expect(codes.filter((code) => code === 'unanswered')).toHaveLength(2);

  const timers = createManualTimers();
  const warned: unknown[] = [];
  const bound = { timers, log: { warn: (event: string) => void warned.push(event) } };
  const hung = boundedCheck('keyring', () => new Promise(() => undefined), bound);
  const quickly = boundedCheck('disk', async () => ({ code: 'policyNone' }), bound);
  expect(await quickly).toEqual({ code: 'policyNone' });
  await settled();
  expect(timers.pendingCount(), 'who has answered is waited for no more').toBe(1);
  await timers.advance(5_000);
  expect(await hung).toEqual({ code: 'unanswered', check: 'keyring', because: 'tooLate' });
  expect(await boundedCheck('files', () => Promise.reject(new Error('no')), bound)).toEqual({
    code: 'unanswered',
    check: 'files',
    because: 'unexpected',
  });
  expect(warned).toHaveLength(1);
});

test('accounts are compared once more before they are said to differ', async () => {
  let reads = 0;
  const readRegistry = () => reading((reads += 1) === 1 ? [] : [ana]);
  expect(await codesOf({ readRegistry })).toContain('filesSound');
  expect(await codesOf({ readRegistry: () => reading([]) })).toContain('filesDisagree');
});

test('files that are damaged are found where they are', async () => {
  mkdirSync(join(scratch.path, 'locks'), { mode: 0o700 });
  writeFileSync(join(scratch.path, 'locks', 'user-000001.json'), '{');
  const { findings } = await diagnose(parts());
  expect(findings).toContainEqual({ code: 'filesDamaged', folders: ['locks'], files: 1 });
});

test('where no service was added, the proxy is that of any address', async () => {
  const asked: string[] = [];
  const proxyFor = async (address: string) => {
    asked.push(address);
    return 'DIRECT';
  };
  await diagnose(parts({ services: () => [directoryService], proxyFor }));
  expect(asked).toEqual(['https://hotseat.invalid/']);
});

test('what is saved is what was shown, word for word', async () => {
  const saved: string[] = [];
  let runs = 0;
  const desk = createDiagnosisDesk({
    diagnose: async () => sampleDiagnosis({ total: (runs += 1) }),
    speech: inEnglish,
    saveText: async (text) => {
      saved.push(text);
      return saved.length === 3 ? fail({ code: 'cancelled' }) : done;
    },
  });
  const shown = await desk.run();
  if (!shown.ok) throw new Error('it was run');
  expect(shown.value.text).not.toContain('forum.example.org');
  expect(shown.value.textWithAddresses).toContain('forum.example.org');
  expect(JSON.stringify(shown.value.checks)).not.toContain('forum.example.org');
  await desk.save({ withAddresses: false });
  await desk.save({ withAddresses: true });
  expect(saved).toEqual([shown.value.text, shown.value.textWithAddresses]);
  expect(await desk.save({ withAddresses: false })).toEqual(fail({ code: 'cancelled' }));
  expect(runs).toBe(1);
});

test('the window is told in its language what the checks came to', async () => {
  const findings = [{ code: 'policyBroken' }, { code: 'keyringAbsent' }] as const;
  const shownIn = async (speech: typeof inEnglish) => {
    const diagnosed = async () => sampleDiagnosis({ findings });
    const shown = await createDiagnosisDesk({
      diagnose: diagnosed,
      speech,
      saveText: async () => done,
    }).run();
    return shown.ok ? shown.value : undefined;
  };
  const english = await shownIn(inEnglish);
  expect(english?.outcome).toBe('1 check failed. What to do is said with each.');
  expect(english?.checks[6]).toEqual({
    number: 7,
    verdict: 'failed',
    name: 'Policy',
    worth: 'Failed',
    sentence: 'It cannot be read, so the strictest rules hold. Tell whoever looks after the computer.',
  });
  const german = await shownIn(inGerman);
  expect(german?.outcome).toMatch(/^1 Prüfung ist fehlgeschlagen\./u);
  expect(german?.checks[2]).toMatchObject({ name: 'Schlüsselbund', worth: 'Hinweis' });
  expect(german?.text).toContain(german?.checks[2]?.sentence);
});
