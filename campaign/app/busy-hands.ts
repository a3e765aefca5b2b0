import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { CommandInput, CommandName } from '../../app/contract/commands.ts';
import { directoryService } from '../../app/identity/service.ts';
import { userIdSchema, type UserId } from '../../app/users/user.ts';
import type { Person } from '../../e2e/fixtures/person.ts';
import { askRunning } from '../../main/command-line/ask-running.ts';
import { socketPlaceOf } from '../../main/command-line/socket-place.ts';
import type { KillableApp } from './killable-app.ts';
import type { Asked } from './possible.ts';
import type { Promises } from './promises.ts';
import type { SeededRandom } from './seeded-random.ts';

export interface Desk {
  readonly app: KillableApp;
  readonly profile: string;
  readonly promises: Promises;
  readonly random: SeededRandom;
  /** Who has an account in the directory, by e-mail. */
  readonly people: Map<string, Person>;
  readonly newPerson: () => Person;
  /** How often each command had which answer. */
  readonly heard: Map<string, number>;
}

const outcomeSchema = z.union([
  z.object({ ok: z.literal(true), value: z.unknown().optional() }),
  z.object({ ok: z.literal(false), error: z.object({ code: z.string() }) }),
]);
export type PageOutcome = z.infer<typeof outcomeSchema>;

/** Asks as the window does. Rejects when Hotseat goes before it answers. */
export const askInPage = async <Name extends CommandName>(
  app: KillableApp,
  command: Name,
  input: CommandInput<Name>,
): Promise<PageOutcome> => {
  const call = `hotseat.execute(${JSON.stringify(command)}, ${JSON.stringify(input)})`;
  return outcomeSchema.parse(await app.evaluate(call));
};

const pin = '493716';
const seatedSchema = z.object({ userId: userIdSchema });
const idleMs = 20;
const fewest = 5;
const most = 9;

/** One command after the other until Hotseat is killed; answers how many were answered. */
export const keepBusy = async (work: () => Promise<unknown>): Promise<number> => {
  let answered = 0;
  try {
    for (;;) {
      await work();
      answered += 1;
    }
  } catch (cause) {
    // What it was answered has to be understood; otherwise Hotseat has gone.
    if (cause instanceof z.ZodError) throw cause;
    return answered;
  }
};

/** Accounts come, go, and are locked. One hand has those with an even mark and the other the rest. */
export const handlePeople = async (desk: Desk, isMine: (id: UserId) => boolean): Promise<unknown> => {
  const { promises, random } = desk;
  const signedIn = promises.in('authenticated').filter(isMine);
  const loggedOut = promises.in('loggedOut').filter(isMine);
  const count = promises.in('authenticated').length + promises.in('loggedOut').length;
  if (count < fewest || (count < most && random.fraction() < 0.15)) return arrive(desk);
  const out = random.pick(loggedOut);
  if (out !== undefined && random.fraction() < 0.5)
    return random.fraction() < 0.2
      ? told(promises.remove(out), ask(desk, 'remove', { userId: out }))
      : logInAgain(desk, out);
  const userId = random.pick(signedIn);
  if (userId === undefined) return idle(desk);
  if (promises.hasLock(userId) && random.fraction() < 0.5)
    return random.fraction() < 0.5
      ? told(promises.switchTo(userId), ask(desk, 'unlock', { userId, secret: pin }))
      : told(promises.lock(), ask(desk, 'lock', { userId }));
  const chance = random.fraction();
  if (chance < 0.5) return told(promises.logOut(userId), ask(desk, 'logOut', { userId }));
  if (chance < 0.7) return told(promises.remove(userId), ask(desk, 'remove', { userId }));
  if (chance < 0.8)
    return told(
      promises.setUpLock(userId),
      ask(desk, 'setUpUnlocking', { userId, kind: 'pin', secret: pin, mayUseTouchId: false }),
    );
  return told(promises.lock(), ask(desk, 'lockAll', undefined));
};

/** The list is put in order, and accounts get names. */
export const handleList = async (desk: Desk): Promise<unknown> => {
  const { promises, random } = desk;
  const everybody = [...promises.in('authenticated'), ...promises.in('loggedOut')].filter((id) =>
    promises.wasThereAtStart(id),
  );
  const userId = random.pick(everybody);
  const neighbour = random.pick(everybody);
  if (userId === undefined || neighbour === undefined) return idle(desk);
  if (random.fraction() < 0.4) {
    const nickname = `Nick ${random.below(1_000_000)}`;
    return told(promises.rename(userId, nickname), ask(desk, 'rename', { userId, nickname }));
  }
  const place = { side: random.pick(['before', 'after'] as const), userId: neighbour };
  return told(promises.move(userId, place), ask(desk, 'moveUser', { userId, place }));
};

/** Switches from a terminal. */
export const handleTerminal = async (desk: Desk): Promise<unknown> => {
  const { profile, promises, random, heard } = desk;
  const { platform } = process;
  const path = socketPlaceOf(profile, { platform, runtimeDirectory: process.env['XDG_RUNTIME_DIR'] });
  const userId = random.pick(promises.in('authenticated'));
  if (userId === undefined) return idle(desk);
  const promise = promises.switchTo(userId);
  const asked = await askRunning(path, platform, { kind: 'switch', account: userId });
  if (asked.kind !== 'answer' || asked.answer.kind === 'notUnderstood') throw new Error('Hotseat has gone');
  note(heard, `terminal: ${asked.answer.kind}`);
  if (asked.answer.kind === 'done') promise.done();
  else promise.refused();
  return undefined;
};

/** Nobody is there to do anything with. Rejects when Hotseat has gone. */
const idle = async ({ app }: Desk): Promise<void> => {
  await wait(idleMs);
  await app.evaluate('true');
};

/** Somebody makes an account. */
export const arrive = async (desk: Desk): Promise<void> => {
  const { promises, people, newPerson } = desk;
  const person = newPerson();
  people.set(person.email, person);
  const promise = promises.arrival(person.email);
  const outcome = await ask(desk, 'createAccount', {
    attemptId: person.email.slice(0, 64),
    serviceId: directoryService.id,
    ...person,
  });
  if (outcome.ok) promise.doneAs(seatedSchema.parse(outcome.value).userId);
  else promise.refused();
};

const logInAgain = (desk: Desk, userId: UserId): Promise<void> => {
  const { promises, people } = desk;
  const email = promises.emailOf(userId);
  const password = people.get(email)?.password ?? '';
  return told(
    promises.logIn(userId),
    ask(desk, 'logIn', {
      attemptId: `again-${userId}`.slice(0, 64),
      serviceId: directoryService.id,
      method: { kind: 'emailPassword', email, password },
      expectedUserId: userId,
    }),
  );
};

const told = async (promise: Asked, answer: Promise<PageOutcome>): Promise<void> => {
  if ((await answer).ok) promise.done();
  else promise.refused();
};

const ask = async <Name extends CommandName>(
  { app, heard }: Desk,
  command: Name,
  input: CommandInput<Name>,
): Promise<PageOutcome> => {
  const outcome = await askInPage(app, command, input);
  note(heard, `${command}: ${outcome.ok ? 'done' : outcome.error.code}`);
  return outcome;
};

const note = (heard: Map<string, number>, what: string): void => {
  heard.set(what, (heard.get(what) ?? 0) + 1);
};
