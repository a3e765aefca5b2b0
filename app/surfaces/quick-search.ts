import type { ServiceId, User, UserId } from '../users/user.ts';
import type { UserRegistry } from '../users/user-registry.ts';
import { plainName } from '../users/account-name.ts';
import { folded, matchScore, partScore, tokensOf } from './match-score.ts';
import type { SurfaceCommand } from './surface-commands.ts';
import { isOffered, userCommandSchema, type DeskState, type UserCommand } from './user-commands.ts';

/** Something that can be chosen in the quick switcher. */
export type Found =
  | { readonly kind: 'user'; readonly userId: UserId }
  | { readonly kind: 'command'; readonly command: SurfaceCommand }
  | { readonly kind: 'userCommand'; readonly command: UserCommand; readonly userId: UserId };

export interface SearchGround {
  readonly registry: Pick<UserRegistry, 'users' | 'order' | 'activeId' | 'recent'>;
  readonly desk: DeskState;
  /** Those that would do something now, by what they are called. */
  readonly commands: readonly { readonly command: SurfaceCommand; readonly name: string }[];
  /** How it is asked for, before the name of an account or after it: `log out ana`, `ana abmelden`. */
  readonly verbs: Readonly<Record<UserCommand, string>>;
  serviceName(id: ServiceId): string;
  stateWord(user: User, isActive: boolean): string;
}

/** No list is longer: who does not find somebody in it types another letter. */
export const foundLimit = 40;
/** Before anything is typed it has to be there at once. */
const unaskedLimit = 12;
const userCommandLimit = 8;
/** What is done to an account that was not named is offered for those used last. */
const unnamedLimit = 3;

type Scored = { readonly found: Found; readonly score: number };

/** What fits the text, best first. With no text, the accounts by recent use, who is active last, then the commands. */
export const findByText = (text: string, ground: SearchGround): readonly Found[] => {
  const tokens = tokensOf(text);
  if (tokens.length === 0) return unasked(ground);
  const scored = [
    ...usersMatching(tokens, ground).map(({ user, score }): Scored => ({
      found: { kind: 'user', userId: user.id },
      score,
    })),
    ...commandsMatching(tokens, ground),
    ...userCommandsMatching(tokens, ground),
  ];
  return best(scored, foundLimit).map(({ found }) => found);
};

const unasked = (ground: SearchGround): readonly Found[] => {
  const users: Found[] = [];
  for (const userId of byRecentUse(ground)) {
    if (users.length === unaskedLimit) break;
    users.push({ kind: 'user', userId });
  }
  return [...users, ...ground.commands.map(({ command }): Found => ({ kind: 'command', command }))];
};

/** Who is active comes last. Everybody would be in it, so it is walked no further than it is needed. */
const byRecentUse = function* ({ registry: { recent, order, activeId } }: SearchGround): Generator<UserId> {
  const seen = new Set<UserId | undefined>([activeId]);
  for (const ids of [recent, order])
    for (const id of ids) {
      if (!seen.has(id)) yield id;
      seen.add(id);
    }
  if (activeId !== undefined) yield activeId;
};

interface UserMatch {
  readonly user: User;
  readonly score: number;
}

/** Every token has to fit something of the account. */
const usersMatching = (tokens: readonly string[], ground: SearchGround): readonly UserMatch[] => {
  const { users, order, activeId, recent } = ground.registry;
  const bonuses = new Map(recent.map((id, index) => [id, Math.max(1, 5 - index)]));
  const words = new Map<string, string>();
  const foldedOnce = (word: string): string => {
    const known = words.get(word) ?? folded(word);
    words.set(word, known);
    return known;
  };
  const matches: UserMatch[] = [];
  for (const id of order) {
    const user = users.get(id);
    if (!user) continue;
    const service = foldedOnce(ground.serviceName(user.serviceId));
    const isActive = id === activeId;
    const score = userScore(tokens, user, service, foldedOnce(ground.stateWord(user, isActive)));
    if (score > 0) matches.push({ user, score: score + (isActive ? 0 : (bonuses.get(id) ?? 0)) });
  }
  return matches;
};

/** What is searched of a user: a record never changes, and working it out for ten thousand of them is dear. */
const searchable = new WeakMap<User, { readonly names: readonly string[]; readonly email: string }>();

const searchableOf = (user: User) => {
  const known = searchable.get(user);
  if (known) return known;
  const names = [...new Set([plainName(user), user.nickname ?? '', user.profile.name ?? ''])]
    .filter(Boolean)
    .map(folded);
  const worked = { names, email: folded(user.profile.email ?? '') };
  searchable.set(user, worked);
  return worked;
};

const userScore = (tokens: readonly string[], user: User, service: string, state: string): number => {
  const { names, email } = searchableOf(user);
  let sum = 0;
  for (const token of tokens) {
    let score = 0.9 * partScore(token, email);
    for (const name of names) score = Math.max(score, matchScore(token, name));
    score = Math.max(score, 0.6 * partScore(token, service));
    // A state is asked for by how it begins, or every account would fit.
    if (token.length > 2 && state.startsWith(token)) score = Math.max(score, 50);
    if (score === 0) return 0;
    sum += score;
  }
  return sum / tokens.length;
};

const commandsMatching = (tokens: readonly string[], { commands }: SearchGround): readonly Scored[] =>
  commands.flatMap(({ command, name }) => {
    const scores = tokens.map((token) => matchScore(token, folded(name)));
    const score = scores.reduce((sum, one) => sum + one, 0) / tokens.length;
    return scores.includes(0) ? [] : [{ found: { kind: 'command', command }, score }];
  });

/** A verb, as far as it is typed, and who is meant, in either order: `log out em`, `em log out`. */
const userCommandsMatching = (tokens: readonly string[], ground: SearchGround): readonly Scored[] => {
  const matchesOf = new Map<string, readonly UserMatch[]>();
  const named = (rest: readonly string[]): readonly UserMatch[] => {
    const key = rest.join(' ');
    const known = matchesOf.get(key) ?? best(usersMatching(rest, ground), userCommandLimit);
    matchesOf.set(key, known);
    return known;
  };
  const scored = userCommandSchema.options.flatMap((command): Scored[] => {
    const asked = askedBy(tokens, folded(ground.verbs[command]).split(' '));
    if (!asked) return [];
    const { said, rest } = asked;
    const meant = rest.length > 0 ? named(rest) : unnamed(command, ground);
    return meant
      .filter(({ user }) => isOffered(command, user, ground.desk))
      .map(({ user, score }) => ({
        found: { kind: 'userCommand', command, userId: user.id },
        score: 65 + 5 * said + score / 10,
      }));
  });
  return best(scored, userCommandLimit);
};

interface Asked {
  /** How many tokens are the beginning of the verb. */
  readonly said: number;
  readonly rest: readonly string[];
}

/** After a name, the verb goes to the end of what is typed. */
const askedBy = (tokens: readonly string[], verb: readonly string[]): Asked | undefined => {
  const said = saidOf(tokens, verb);
  if (said > 0) return { said, rest: tokens.slice(said) };
  for (let at = Math.max(1, tokens.length - verb.length); at < tokens.length; at += 1)
    if (saidOf(tokens.slice(at), verb) === tokens.length - at)
      return { said: tokens.length - at, rest: tokens.slice(0, at) };
  return undefined;
};

/** How many tokens are the beginning of the verb: none for fewer than two letters. */
const saidOf = (tokens: readonly string[], verb: readonly string[]): number => {
  if ((tokens[0]?.length ?? 0) < 2) return 0;
  let said = 0;
  for (const word of verb) {
    const token = tokens[said];
    if (token === undefined || !word.startsWith(token)) break;
    said += 1;
    if (word !== token) break;
  }
  return said;
};

const unnamed = (command: UserCommand, ground: SearchGround): readonly UserMatch[] => {
  const meant: UserMatch[] = [];
  const { activeId } = ground.registry;
  // Whoever names nobody means themselves first.
  for (const id of new Set([...(activeId === undefined ? [] : [activeId]), ...byRecentUse(ground)])) {
    const user = ground.registry.users.get(id);
    if (user && isOffered(command, user, ground.desk)) meant.push({ user, score: 0 });
    if (meant.length === unnamedLimit) break;
  }
  return meant;
};

/** Equal ones stay in the order that they came in. */
const best = <T extends { readonly score: number }>(scored: readonly T[], limit: number): readonly T[] =>
  scored.toSorted((one, other) => other.score - one.score).slice(0, limit);
