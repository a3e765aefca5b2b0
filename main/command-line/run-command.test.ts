import { expect, test } from 'vitest';
import { userIdSchema } from '../../app/users/user.ts';
import type { AccountLine, TerminalAnswer } from '../../app/launch/terminal-answer.ts';
import type { TerminalCommand } from '../../app/launch/terminal-commands.ts';
import type { TerminalSpeech } from '../../app/launch/terminal-words.ts';
import { inEnglish, inGerman } from '../../app/launch/testing/terminal-speech.ts';
import { diagnosisReport } from '../../app/diagnosis/diagnosis-report.ts';
import { sampleDiagnosis } from '../../app/diagnosis/testing/sample-diagnosis.ts';
import { diagnosisText } from '../../app/diagnosis/diagnosis-text.ts';
import type { Asked } from './ask-running.ts';
import { runCommand } from './run-command.ts';

const ana: AccountLine = {
  number: 1,
  id: userIdSchema.parse('user-0001'),
  name: 'Ana',
  service: 'Lab',
  state: 'inactive',
};
const absent: Asked = { kind: 'absent' };
const answered = (answer: TerminalAnswer): Asked => ({ kind: 'answer', answer });
const asksFirst = answered({ kind: 'asksFirst', about: 'remove', account: ana });
const removed = answered({ kind: 'done', did: 'removed', account: ana });
const remove: TerminalCommand = { kind: 'remove', account: 'Ana', isConfirmed: false };

interface Given {
  readonly answers: readonly Asked[];
  readonly typed?: string;
  readonly canStart?: boolean;
  readonly isJson?: boolean;
  readonly speech?: TerminalSpeech;
  readonly saveIn?: string;
  readonly canSave?: boolean;
}

const run = async (command: TerminalCommand, given: Given) => {
  const { answers, typed, canStart = true, isJson = false, speech = inEnglish } = given;
  const { saveIn, canSave = true } = given;
  const saved: (readonly [string, string])[] = [];
  const left = [...answers];
  const asked: TerminalCommand[] = [];
  const [out, err, questions]: [string[], string[], string[]] = [[], [], []];
  const started: boolean[] = [];
  const exitCode = await runCommand(
    { command, isJson, saveIn },
    {
      terminal: {
        mayAsk: typed !== undefined,
        say: (text) => void out.push(text),
        complain: (text) => void err.push(text),
        question: async (text) => {
          questions.push(text);
          return typed ?? '';
        },
      },
      speech,
      ask: async (one) => {
        asked.push(one);
        return left.shift() ?? absent;
      },
      start: ({ isHidden }) => {
        started.push(isHidden);
        return canStart;
      },
      wait: async () => undefined,
      save: async (path, text) => {
        if (canSave) saved.push([path, text]);
        return canSave;
      },
    },
  );
  return { exitCode, asked, out: out.join(''), err: err.join(''), questions, started, saved };
};

test('an answer goes to the output, a failure beside it', async () => {
  expect(
    await run({ kind: 'whoami' }, { answers: [answered({ kind: 'active', account: ana })] }),
  ).toMatchObject({
    exitCode: 0,
    out: 'Ana\nLab\n',
    err: '',
    started: [],
  });
  const failed = answered({ kind: 'failed', because: 'rules' });
  expect(await run({ kind: 'next' }, { answers: [failed] })).toMatchObject({
    exitCode: 8,
    out: '',
    err: expect.stringContaining('rules of this computer'),
  });
  const json = await run({ kind: 'next' }, { answers: [failed], isJson: true });
  expect(json).toMatchObject({ exitCode: 8, err: '' });
  expect(JSON.parse(json.out)).toEqual({ kind: 'failed', because: 'rules' });
});

test('a Hotseat that does not run is started once, hidden where no window is needed, and asked until it answers', async () => {
  const list = answered({ kind: 'accounts', accounts: [] });
  expect(await run({ kind: 'list' }, { answers: [absent, absent, absent, list] })).toMatchObject({
    exitCode: 0,
    started: [true],
    asked: { length: 4 },
  });
  expect(
    await run({ kind: 'login' }, { answers: [absent, answered({ kind: 'done', did: 'logInOpened' })] }),
  ).toMatchObject({ started: [false] });
});

test('where it cannot be started, or never answers, that is said', async () => {
  expect(await run({ kind: 'list' }, { answers: [], canStart: false })).toMatchObject({
    exitCode: 10,
    asked: { length: 1 },
    err: expect.stringContaining('no display'),
  });
  expect(await run({ kind: 'list' }, { answers: [] })).toMatchObject({ exitCode: 10, started: [true] });
  expect(await run({ kind: 'list' }, { answers: [{ kind: 'notOwn' }] })).toMatchObject({
    exitCode: 10,
    started: [],
  });
});

test('a removal is asked about, by name, and done by id', async () => {
  const yes = await run(remove, { answers: [asksFirst, removed], typed: 'Yes ' });
  expect(yes).toMatchObject({ exitCode: 0, out: 'Ana is removed from this computer.\n' });
  expect(yes.questions).toEqual([expect.stringMatching(/^Remove Ana from this computer\?.* \[y\/N\] $/su)]);
  expect(yes.asked[1]).toEqual({ kind: 'remove', account: ana.id, isConfirmed: true });
});

test.each([' J', 'ja', 'yes'])('in German %j is a yes', async (typed) => {
  const yes = await run(remove, { answers: [asksFirst, removed], typed, speech: inGerman });
  expect(yes).toMatchObject({ exitCode: 0, out: 'Ana ist von diesem Computer entfernt.\n' });
  expect(yes.questions).toEqual([expect.stringMatching(/ \[j\/N\] $/u)]);
});

test.each(['', 'n', 'yep', 'no', 'ja'])('%j is no yes', async (typed) => {
  expect(await run(remove, { answers: [asksFirst, removed], typed })).toMatchObject({
    exitCode: 9,
    asked: { length: 1 },
    err: 'Nothing has changed.\n',
  });
});

test('with nobody to ask, or a script that reads JSON, nothing is removed', async () => {
  expect(await run(remove, { answers: [asksFirst, removed] })).toMatchObject({
    exitCode: 9,
    asked: { length: 1 },
  });
  const json = await run(remove, { answers: [asksFirst, removed], typed: 'y', isJson: true });
  expect(json).toMatchObject({ exitCode: 9, asked: { length: 1 }, questions: [] });
  expect(JSON.parse(json.out)).toMatchObject({ kind: 'asksFirst' });
});

test('a diagnosis prints the checks, and all of it goes where it is to be saved', async () => {
  const diagnose: TerminalCommand = { kind: 'diagnose', withAddresses: false };
  const report = diagnosisReport(sampleDiagnosis(), { withAddresses: false });
  const answers = [answered({ kind: 'diagnosis', report })];
  const printed = await run(diagnose, { answers });
  expect(printed).toMatchObject({ exitCode: 0, err: '', saved: [], started: [] });
  expect(printed.out.split('\n')).toHaveLength(12);
  expect(printed.out).toMatch(/^ 1 {2}Hotseat’s folders {2}In order {2}They are yours alone\.$/mu);
  const saved = await run(diagnose, { answers, saveIn: 'a.txt' });
  expect(saved).toMatchObject({
    exitCode: 0,
    out: printed.out,
    saved: [['a.txt', diagnosisText(report, inEnglish)]],
  });
  expect(saved.err).toContain('a.txt');
  const json = await run(diagnose, { answers, saveIn: 'a.json', isJson: true });
  expect(JSON.parse(json.saved[0]?.[1] ?? '')).toEqual({ kind: 'diagnosis', report });
  expect(json.out).toBe(json.saved[0]?.[1]);
  expect(await run(diagnose, { answers, saveIn: '/no/where', canSave: false })).toMatchObject({
    exitCode: 1,
    out: '',
    err: expect.stringContaining('Nothing was saved'),
  });
});

test('a diagnosis is said in the language of the terminal, and not in JSON', async () => {
  const diagnose: TerminalCommand = { kind: 'diagnose', withAddresses: false };
  const report = diagnosisReport(sampleDiagnosis(), { withAddresses: false });
  const answers = [answered({ kind: 'diagnosis', report })];
  const printed = await run(diagnose, { answers, saveIn: 'a.txt', speech: inGerman });
  expect(printed.out).toMatch(/^ 1 {2}Ordner von Hotseat {9}In Ordnung {2}Sie gehören Ihnen allein\.$/mu);
  expect(printed.err).toContain('In a.txt gespeichert');
  expect(printed.saved).toEqual([['a.txt', diagnosisText(report, inGerman)]]);
  const json = await run(diagnose, { answers, isJson: true, speech: inGerman });
  expect(JSON.parse(json.out)).toEqual({ kind: 'diagnosis', report });
});

test('what is not in order has an exit code of its own', async () => {
  const report = diagnosisReport(
    sampleDiagnosis({ findings: [{ code: 'folderOpen', folders: ['registry'] }] }),
    {
      withAddresses: false,
    },
  );
  const given = { answers: [answered({ kind: 'diagnosis', report })] };
  expect(await run({ kind: 'diagnose', withAddresses: false }, given)).toMatchObject({ exitCode: 11 });
});
