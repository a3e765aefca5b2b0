import type { ServiceId, User, UserId } from './user.ts';

type Nameable = Pick<User, 'nickname' | 'profile' | 'anonymousNumber' | 'subject'>;

/** What somebody is called whom the service does not know by name, by their number. */
export type AnonymousName = (number: number) => string;

const inEnglish: AnonymousName = (number) => `Anonymous ${number}`;

/** Nickname, else name, else e-mail, else `Anonymous n`; the service's own id where it says nothing at all. */
export const plainName = (user: Nameable, anonymousName: AnonymousName = inEnglish): string =>
  user.nickname ||
  user.profile.name ||
  user.profile.email ||
  (user.anonymousNumber === undefined ? user.subject : anonymousName(user.anonymousNumber));

/** Names are told apart as a person reads them: however they are composed, large or small. */
const readingOf = (name: string): string => name.normalize('NFC').toLowerCase();

/** Of users as they are: a record never changes, and working these out for ten thousand of them is dear. */
const plain = new WeakMap<User, { readonly name: string; readonly reading: string }>();

const plainOf = (
  user: User,
  anonymousName: AnonymousName,
): { readonly name: string; readonly reading: string } => {
  const known = plain.get(user);
  if (known) return known;
  const name = plainName(user, anonymousName);
  const worked = { name, reading: readingOf(name) };
  // Theirs is another one in another language.
  if (user.anonymousNumber === undefined) plain.set(user, worked);
  return worked;
};

/**
 * The account name of every user: where two are equal the e-mail is added, and where that does not tell them
 * apart, the service too, and at the last the service's own id.
 */
export const accountNames = (
  users: ReadonlyMap<UserId, User>,
  serviceName: (id: ServiceId) => string,
  anonymousName: AnonymousName = inEnglish,
): ReadonlyMap<UserId, string> => {
  const names = new Map<UserId, string>();
  const readings = new Map<UserId, string>();
  for (const [id, user] of users) {
    const { name, reading } = plainOf(user, anonymousName);
    names.set(id, name);
    readings.set(id, reading);
  }
  const additions: ((user: User) => string | undefined)[] = [
    (user) => user.profile.email,
    (user) => serviceName(user.serviceId),
    (user) => user.subject,
  ];
  for (const addition of additions) {
    for (const id of sharing(readings)) {
      const user = users.get(id);
      const added = user && addition(user);
      const name = names.get(id);
      if (!added || name === added) continue;
      const longer = `${name} · ${added}`;
      names.set(id, longer);
      readings.set(id, readingOf(longer));
    }
  }
  return names;
};

/** Whose names read like somebody else's. */
const sharing = (readings: ReadonlyMap<UserId, string>): Iterable<UserId> => {
  const firsts = new Map<string, UserId>();
  const ids = new Set<UserId>();
  for (const [id, reading] of readings) {
    const first = firsts.get(reading);
    if (first === undefined) firsts.set(reading, id);
    else ids.add(first).add(id);
  }
  return ids;
};
