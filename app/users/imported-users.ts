import type { IdentityColour } from './identity-colour.ts';
import { initialsBeside } from './identity-mark.ts';
import type { LoggedOutUser, Profile, ServiceId, UserId } from './user.ts';
import type { UserRegistry } from './user-registry.ts';

/** A user that a list names: nobody has logged in, so all of it is the list's word. */
export interface ImportedUser {
  readonly serviceId: ServiceId;
  readonly subject: string;
  readonly profile: Profile;
  readonly nickname: string | undefined;
  readonly colour: number;
  readonly chosenColour?: IdentityColour | undefined;
}

/** Those of them that nobody here is. */
export const strangersTo = (
  registry: UserRegistry,
  newcomers: readonly ImportedUser[],
): readonly ImportedUser[] => {
  const known = new Set(Array.from(registry.users.values(), subjectKey));
  return newcomers.filter((newcomer) => !known.has(subjectKey(newcomer)));
};

/** Adds users as Logged out, at the end of the order; whoever is known is left as they are. `ids` one for each. */
export const imported = (
  registry: UserRegistry,
  newcomers: readonly ImportedUser[],
  { ids, nowMs }: { readonly ids: readonly UserId[]; readonly nowMs: number },
): UserRegistry => {
  const users = new Map(registry.users);
  const subjects = new Set(Array.from(users.values(), subjectKey));
  const initialsOf = initialsBeside(users.values());
  const order = [...registry.order];
  for (const [index, newcomer] of newcomers.entries()) {
    const id = ids[index];
    const key = subjectKey(newcomer);
    if (id === undefined || users.has(id) || subjects.has(key)) continue;
    const unmarked = { ...newcomer, id, identities: [], anonymousNumber: undefined, addedAtMs: nowMs };
    const user: LoggedOutUser = { ...unmarked, initials: initialsOf(unmarked), state: 'loggedOut' };
    users.set(id, user);
    subjects.add(key);
    order.push(id);
  }
  return order.length === registry.order.length ? registry : { ...registry, users, order };
};

const subjectKey = ({ serviceId, subject }: Pick<ImportedUser, 'serviceId' | 'subject'>): string =>
  `${serviceId}\n${subject}`;
