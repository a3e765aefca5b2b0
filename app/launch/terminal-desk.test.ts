import { expect, test } from 'vitest';
import type { ErrorReport } from '../errors.ts';
import { done, fail, type Outcome } from '../outcome.ts';
import { someUser, registryOf } from '../testing/some-user.ts';
import type { User, UserId } from '../users/user.ts';
import { plainName } from '../users/account-name.ts';
import type { UserRegistry } from '../users/user-registry.ts';
import { diagnosisReport } from '../diagnosis/diagnosis-report.ts';
import { sampleDiagnosis } from '../diagnosis/testing/sample-diagnosis.ts';
import { exitCodeOf } from './exit-code.ts';
import { TerminalDesk } from './terminal-desk.ts';
import { terminalAnswerSchema } from './terminal-answer.ts';
import type { TerminalCommand } from './terminal-commands.ts';

const named = (n: number, name: string, part: Parameters<typeof someUser>[1] = {}) =>
  someUser(n, { profile: { name, email: `${name.toLowerCase()}@example.org` }, ...part });

const ana = named(1, 'Ana');
const ben = named(2, 'Ben');
const cleo = named(3, 'Cleo', { isLocked: true, hasWayToUnlock: true });
const { isLocked: _locked, hasWayToUnlock: _way, sessionKept: _kept, ...record } = named(4, 'Dora');
const dora: User = { ...record, state: 'loggedOut' };

/** A desk with these users, of whom it is heard what was asked. */
const stage = (users: readonly User[], activeId?: UserId, refusal?: ErrorReport) => {
  const heard: string[] = [];
  let registry: UserRegistry = {
    ...registryOf(),
    users: new Map(users.map((user) => [user.id, user])),
    order: users.map(({ id }) => id),
    activeId,
  };
  const nameOf = (userId: UserId | undefined) => {
    const user = userId === undefined ? undefined : registry.users.get(userId);
    return user ? plainName(user) : '';
  };
  const asked = async (what: string, userId?: UserId): Promise<Outcome<void>> => {
    heard.push(`${what} ${nameOf(userId)}`.trim());
    return refusal ? fail(refusal) : done;
  };
  const opened = (what: string) => (userId?: UserId) => {
    heard.push(`${what} ${nameOf(userId)}`.trim());
  };
  const desk = new TerminalDesk({
    asking: {
      choose: async (userId) => {
        const outcome = await asked('choose', userId);
        const user = registry.users.get(userId);
        if (user?.state !== 'authenticated') return fail({ code: 'userLoggedOut' });
        if (user.isLocked) return fail({ code: 'locked' });
        if (outcome.ok) registry = { ...registry, activeId: userId };
        return outcome;
      },
      perform: (command) => asked(command),
      performForUser: async (command, userId, how) => {
        const outcome = await asked(how?.isConfirmed ? `${command}, confirmed,` : command, userId);
        if (outcome.ok && command === 'remove')
          registry = { ...registry, order: registry.order.filter((id) => id !== userId) };
        return outcome;
      },
      openWindow: opened('openWindow'),
    },
    registry: () => registry,
    namesOf: (userId) => ({ account: nameOf(userId), service: 'This computer' }),
    diagnose: async () => sampleDiagnosis({ total: users.length }),
    circumstances: () => ({ version: '1.2.3', storage: 'protected', switching: 'free', policy: 'none' }),
  });
  const answer = async (command: TerminalCommand) => {
    const given = await desk.answer(command);
    expect(terminalAnswerSchema.parse(given), 'as the contract has it').toEqual(given);
    return { ...given, exitCode: exitCodeOf(given) };
  };
  return { answer, heard };
};

test('the list is in its order, with states in words', async () => {
  const { answer } = stage([ana, ben, cleo, dora], ben.id);
  expect(await answer({ kind: 'list' })).toMatchObject({
    exitCode: 0,
    accounts: [
      { number: 1, name: 'Ana', state: 'inactive', service: 'This computer' },
      { number: 2, name: 'Ben', state: 'active', email: 'ben@example.org' },
      { number: 3, name: 'Cleo', state: 'locked' },
      { number: 4, name: 'Dora', state: 'loggedOut' },
    ],
  });
});

test('who is active, or nobody', async () => {
  expect(await stage([ana], ana.id).answer({ kind: 'whoami' })).toMatchObject({
    exitCode: 0,
    account: { name: 'Ana' },
  });
  expect(await stage([ana]).answer({ kind: 'whoami' })).toMatchObject({ kind: 'active', exitCode: 3 });
});

test('a switch, and whom it is refused', async () => {
  const { answer, heard } = stage([ana, ben, cleo, dora], ana.id);
  expect(await answer({ kind: 'switch', account: 'ben' })).toMatchObject({
    exitCode: 0,
    account: { name: 'Ben', state: 'active' },
  });
  expect(await answer({ kind: 'switch', account: 'Nobody' })).toMatchObject({ exitCode: 4 });
  expect(await answer({ kind: 'switch', account: '4' })).toMatchObject({ exitCode: 7, because: 'loggedOut' });
  expect(heard).toEqual(['choose Ben', 'choose Dora']);
});

test.each([
  [{ code: 'userNotFound' }, 'gone', 4],
  [{ code: 'storageUnavailable', problem: 'diskFull' }, 'notSaved', 1],
  [{ code: 'networkUnavailable' }, 'unreachable', 1],
  [{ code: 'superseded' }, 'superseded', 1],
  [{ code: 'conflict', with: 'anonymousWouldGo' }, 'anonymousWouldGo', 1],
  [{ code: 'conflict', with: 'emailTaken' }, 'unexpected', 1],
  [{ code: 'serverError' }, 'unexpected', 1],
] as const)('a switch that fails by %j is told as %s', async (error, because, exitCode) => {
  const { answer } = stage([ana, ben], ana.id, error);
  expect(await answer({ kind: 'switch', account: 'Ben' })).toMatchObject({
    kind: 'failed',
    because,
    account: { name: 'Ben' },
    exitCode,
  });
});

test.each([
  [{}, ['openWindow'], {}],
  [{ account: 'Ben' }, ['choose Ben', 'openWindow'], { name: 'Ben', state: 'active' }],
] as const)('the window opens by %j, after the switch where one is asked for', async (of, asked, shown) => {
  const { answer, heard } = stage([ana, ben], ana.id);
  expect(await answer({ kind: 'open', ...of })).toEqual({
    kind: 'done',
    did: 'opened',
    exitCode: 0,
    ...('name' in shown && { account: expect.objectContaining(shown) }),
  });
  expect(heard).toEqual(asked);
});

test.each([
  [{}, 'addAccount', {}],
  [{ account: 'dora' }, 'logInAgain Dora', { name: 'Dora', state: 'loggedOut' }],
] as const)('a login by %j goes on in the window, unless the rules forbid it', async (of, asked, shown) => {
  const account = 'name' in shown && { account: expect.objectContaining(shown) };
  const { answer, heard } = stage([ana, dora], ana.id);
  expect(await answer({ kind: 'login', ...of })).toEqual({
    kind: 'done',
    did: 'logInOpened',
    exitCode: 0,
    ...account,
  });
  expect(heard).toEqual([asked]);
  const refused = stage([ana, dora], ana.id, { code: 'deniedByPolicy' });
  expect(await refused.answer({ kind: 'login', ...of })).toEqual({
    kind: 'failed',
    because: 'rules',
    exitCode: 8,
    ...account,
  });
});

test('E1: a locked account is not switched to; the window asks to unlock it', async () => {
  const { answer, heard } = stage([ana, cleo], ana.id);
  for (const kind of ['switch', 'open'] as const)
    expect(await answer({ kind, account: 'Cleo' })).toMatchObject({ exitCode: 6, because: 'locked' });
  expect(await answer({ kind: 'login', account: 'Cleo' })).toMatchObject({ exitCode: 6 });
  expect(heard).toEqual(['choose Cleo', 'choose Cleo', 'unlock Cleo']);
});

test('two accounts of one name are told apart, and nothing is done', async () => {
  const other = named(7, 'Ana', { profile: { name: 'Ana', email: 'ana@work.example' } });
  const { answer, heard } = stage([ana, other]);
  expect(await answer({ kind: 'remove', account: 'Ana', isConfirmed: true })).toMatchObject({
    exitCode: 5,
    candidates: [{ id: ana.id }, { id: other.id }],
  });
  expect(heard).toEqual([]);
});

test('next and previous go through the list, past who cannot become active, and around', async () => {
  const { answer } = stage([ana, cleo, dora, ben], ana.id);
  const step = async (kind: 'next' | 'previous') => {
    const given = await answer({ kind });
    return given.kind === 'done' ? given.account?.name : undefined;
  };
  expect(await step('next')).toBe('Ben');
  expect(await step('next')).toBe('Ana');
  expect(await step('previous')).toBe('Ben');
  expect(await stage([ana, cleo], ana.id).answer({ kind: 'next' })).toMatchObject({ exitCode: 3 });
  const fromNobody = stage([cleo, ana, ben]);
  expect(await fromNobody.answer({ kind: 'next' })).toMatchObject({ account: { name: 'Ana' } });
  expect(await stage([cleo, ana, ben]).answer({ kind: 'previous' })).toMatchObject({
    account: { name: 'Ben' },
  });
});

test('a lock of who has nothing to unlock with says so', async () => {
  const error = { code: 'conflict', with: 'noWayToUnlock' } as const;
  const { answer, heard } = stage([ana, ben], ana.id, error);
  expect(await answer({ kind: 'lock' })).toMatchObject({ exitCode: 1, because: 'noWayToUnlock' });
  expect(heard).toEqual(['lock Ana']);
  expect(await stage([ana]).answer({ kind: 'lock' })).toMatchObject({ kind: 'nobody', exitCode: 3 });
});

test('a lock may be of another than who is active', async () => {
  const { answer, heard } = stage([ana, ben], ana.id);
  expect(await answer({ kind: 'lock', account: 'Ben' })).toMatchObject({
    did: 'locked',
    account: { name: 'Ben' },
    exitCode: 0,
  });
  expect(heard).toEqual(['lock Ben']);
});

test('locking all says when the active account is still open', async () => {
  const error = { code: 'conflict', with: 'noWayToUnlock' } as const;
  const { answer, heard } = stage([ana], ana.id, error);
  expect(await answer({ kind: 'lockAll' })).toMatchObject({
    because: 'noWayToUnlock',
    account: { name: 'Ana' },
  });
  expect(heard).toEqual(['lockAll']);
  expect(await stage([ana]).answer({ kind: 'lockAll' })).toMatchObject({ kind: 'allLocked', exitCode: 0 });
});

test('a removal is asked about first, and says who it was', async () => {
  const { answer, heard } = stage([ana, ben]);
  expect(await answer({ kind: 'remove', account: 'Ben', isConfirmed: false })).toMatchObject({
    kind: 'asksFirst',
    about: 'remove',
    account: { id: ben.id },
    exitCode: 9,
  });
  expect(heard).toEqual([]);
  expect(await answer({ kind: 'remove', account: ben.id, isConfirmed: true })).toMatchObject({
    did: 'removed',
    account: { name: 'Ben' },
    exitCode: 0,
  });
  expect(heard).toEqual(['remove, confirmed, Ben']);
});

test('a log out that would erase an anonymous account is asked about, others are not', async () => {
  const anonymous = someUser(9, { profile: {}, anonymousNumber: 1 });
  const { answer, heard } = stage([ana, anonymous]);
  expect(await answer({ kind: 'logout', account: 'Anonymous 1', isConfirmed: false })).toMatchObject({
    about: 'logOutAnonymous',
    exitCode: 9,
  });
  expect(await answer({ kind: 'logout', account: 'Ana', isConfirmed: false })).toMatchObject({ exitCode: 0 });
  expect(await answer({ kind: 'logout', account: 'Anonymous 1', isConfirmed: true })).toMatchObject({
    did: 'loggedOut',
    exitCode: 0,
  });
  expect(heard).toEqual(['logOut Ana', 'logOut, confirmed, Anonymous 1']);
});

test('the rules hold here too', async () => {
  const { answer, heard } = stage([ana, ben], ana.id, { code: 'deniedByPolicy' });
  expect(await answer({ kind: 'open', account: 'Ben' })).toMatchObject({ exitCode: 8, because: 'rules' });
  expect(heard, 'the window stays where it is').toEqual(['choose Ben']);
});

test('how Hotseat is', async () => {
  expect(await stage([ana, cleo, dora], ana.id).answer({ kind: 'status' })).toMatchObject({
    exitCode: 0,
    status: { version: '1.2.3', active: { name: 'Ana' }, accounts: 3, locked: 1, loggedOut: 1 },
  });
});

test('a diagnosis says how many accounts there are, and of none whose it is', async () => {
  const { answer, heard } = stage([ana, ben, cleo], ana.id);
  const given = await answer({ kind: 'diagnose', withAddresses: false });
  expect(given).toMatchObject({ kind: 'diagnosis', exitCode: 0, report: { accounts: { total: 3 } } });
  expect(JSON.stringify(given)).not.toMatch(/ana|ben|forum/iu);
  expect(JSON.stringify(await answer({ kind: 'diagnose', withAddresses: true }))).toContain(
    'https://forum.example.org',
  );
  expect(heard).toEqual([]);
});

test('what is not in order, or of another version, has an exit code of its own', () => {
  const findings = [{ code: 'folderOpen', folders: ['registry'] }] as const;
  const report = diagnosisReport(sampleDiagnosis({ findings }), { withAddresses: false });
  expect(exitCodeOf({ kind: 'diagnosis', report })).toBe(11);
  expect(exitCodeOf({ kind: 'notUnderstood' })).toBe(10);
});
