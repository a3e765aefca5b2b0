import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brokenInvariants } from '../../app/users/registry-invariants.ts';
import { filesWith } from '../../main/removals/testing/removal-stage.ts';
import { nameOf } from './plain-service.ts';
import { idOf, startDesk } from './scenes.ts';

/** What a start makes of a folder, as far as a person could tell. */
export interface Look {
  /** By e-mail, in the order on screen: who is there, in which state, and with which session. */
  readonly accounts: readonly string[];
  readonly active: string | undefined;
}

export const textOf = ({ accounts, active }: Look): string =>
  [...accounts, `active: ${active ?? 'nobody'}`].join('\n');

/**
 * Old or new, never neither: all accounts as before or all as after, and in the seat who was, who is to be, or, where
 * who was may not be any more, nobody.
 */
export const isOldOrNew = (look: Look, before: Look, after: Look): boolean => {
  const isIn = (email: string | undefined): boolean =>
    look.accounts.some((account) => account.startsWith(`${email} authenticated`));
  const mayBeEmpty = !isIn(before.active);
  return (
    [before, after].some(({ accounts }) => accounts.join() === look.accounts.join()) &&
    (look.active === undefined
      ? mayBeEmpty
      : isIn(look.active) && [before.active, after.active].includes(look.active))
  );
};

export interface Aftermath {
  readonly look: Look;
  /** Rules that do not hold whatever happened, as sentences. */
  readonly broken: readonly string[];
}

const leftover = /\.new\.json|\.tmp-[0-9a-f]{16}$/;

/**
 * Starts Hotseat on what was left, lets it finish what was interrupted, and starts it once more: what the second start
 * finds is what the person has.
 */
export const aftermathOf = async (folder: string): Promise<Aftermath> => {
  const first = await startDesk(folder);
  const brokenAtOnce = brokenInvariants(first.switcher.registry);
  await first.switcher.finishWhatWasLeft();
  await first.switcher.close();
  const finished = await lookOf(first);
  const second = await startDesk(folder);
  const look = await lookOf(second);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const emails = new Set(
    Array.from(second.switcher.registry.users.values(), ({ profile }) => profile.email ?? ''),
  );
  const loggedOut = [...second.switcher.registry.users.values()].filter(({ state }) => state === 'loggedOut');
  const rules: readonly (readonly [string, boolean])[] = [
    ['what was finished is durable', textOf(finished) === textOf(look)],
    ['no notice of damage', second.storage.notices.length === 0],
    ['nothing is left of a write', !names.some((name) => leftover.test(name))],
    ['nothing waits to be done', second.storage.restored.removalsToFinish.length === 0],
    ['nobody is there whose e-mail is not known', !emails.has('')],
    [
      'no session of somebody who is logged out',
      loggedOut.every(({ id }) => !names.includes(join('sessions', `${id}.json`))),
    ],
    ['no token in the clear', filesWith(folder, ['CANARY-']).length === 0],
  ];
  return {
    look,
    broken: [
      ...brokenAtOnce,
      ...brokenInvariants(second.switcher.registry),
      ...rules.filter(([, holds]) => !holds).map(([rule]) => rule),
    ],
  };
};

/** Files that still say who a removed user was. */
export const tracesOf = (folder: string, email: string, id: string): readonly string[] =>
  filesWith(folder, [email, nameOf(email), id, `subject-of-${email}`]);

const lookOf = async ({ switcher, storage }: Awaited<ReturnType<typeof startDesk>>): Promise<Look> => {
  const { users, order, activeId } = switcher.registry;
  const accounts = [];
  for (const id of order) {
    const user = users.get(id);
    const stored = await storage.vault.read(id);
    const session = stored.kind === 'session' ? stored.session.refreshToken : stored.kind;
    accounts.push(`${user?.profile.email} ${user?.state} ${session}`);
  }
  return { accounts, active: activeId && users.get(activeId)?.profile.email };
};

/** The id that somebody has in a folder. */
export const idIn = async (folder: string, email: string): Promise<string> =>
  idOf((await startDesk(folder)).switcher, email);
