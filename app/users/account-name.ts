import type { ServiceId, User, UserId } from './user.ts';

type Nameable = Pick<User, 'nickname' | 'profile' | 'anonymousNumber' | 'subject'>;

/** Nickname, else name, else e-mail, else `Anonymous n`; the service's own id where it says nothing at all. */
export const plainName = (user: Nameable): string =>
  user.nickname ||
  user.profile.name ||
  user.profile.email ||
  (user.anonymousNumber === undefined ? user.subject : `Anonymous ${user.anonymousNumber}`);

/**
 * The account name of every user: where two are equal the e-mail is added, and where that does not tell them
 * apart, the service too, and at the last the service's own id.
 */
export const accountNames = (
  users: ReadonlyMap<UserId, User>,
  serviceName: (id: ServiceId) => string,
): ReadonlyMap<UserId, string> => {
  const names = new Map([...users].map(([id, user]) => [id, plainName(user)]));
  const additions: ((user: User) => string | undefined)[] = [
    (user) => user.profile.email,
    (user) => serviceName(user.serviceId),
    (user) => user.subject,
  ];
  for (const addition of additions) {
    for (const id of sharedBy(names)) {
      const user = users.get(id);
      const added = user && addition(user);
      const name = names.get(id);
      if (added && name !== added) names.set(id, `${name} · ${added}`);
    }
  }
  return names;
};

const sharedBy = (names: ReadonlyMap<UserId, string>): readonly UserId[] => {
  const owners = new Map<string, UserId[]>();
  for (const [id, name] of names) {
    const key = name.normalize('NFC').toLowerCase();
    const sharing = owners.get(key);
    if (sharing) sharing.push(id);
    else owners.set(key, [id]);
  }
  return [...owners.values()].filter((ids) => ids.length > 1).flat();
};
