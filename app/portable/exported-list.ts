import { directoryService, type Service } from '../identity/service.ts';
import { isAnonymous, type ServiceId, type User } from '../users/user.ts';
import type { UserRegistry } from '../users/user-registry.ts';
import { portableOf } from './listed-service.ts';
import {
  portableAccountSchema,
  portableFormat,
  portableVersion,
  type PortableAccount,
  type PortableFile,
} from './portable-file.ts';

/** Accounts that no other computer could log in, by why. */
export interface LeftOut {
  readonly anonymous: number;
  /** Of the directory: they live in this computer's database. */
  readonly ofThisComputer: number;
  /** Of a service that is not known any more, or with an id that no file takes. */
  readonly others: number;
}

/** What another computer needs to log the same accounts in: nothing that lets anybody in by itself. */
export const exportedList = (
  { users, order }: UserRegistry,
  services: readonly Service[],
): { readonly file: PortableFile; readonly leftOut: LeftOut } => {
  const added = services.filter((service) => service.kind !== 'directory');
  const places = new Map(added.map(({ id }, place) => [id, place]));
  const accounts: PortableAccount[] = [];
  const leftOut = { anonymous: 0, ofThisComputer: 0, others: 0 };
  for (const user of order.flatMap((id) => users.get(id) ?? [])) {
    const account = portableAccountSchema.safeParse(accountOf(user, places));
    if (isAnonymous(user)) leftOut.anonymous += 1;
    else if (user.serviceId === directoryService.id) leftOut.ofThisComputer += 1;
    else if (account.success) accounts.push(account.data);
    else leftOut.others += 1;
  }
  const file = {
    format: portableFormat,
    version: portableVersion,
    services: added.map((service) => portableOf(service)),
    accounts,
  } as const;
  return { file, leftOut };
};

/** Field by field: what else is known of a user stays here. */
const accountOf = (
  { serviceId, subject, profile: { email, name }, nickname, colour, chosenColour }: User,
  places: ReadonlyMap<ServiceId, number>,
): Partial<PortableAccount> => {
  const service = places.get(serviceId);
  return {
    ...(service === undefined ? {} : { service }),
    subject,
    email,
    name,
    nickname,
    colour,
    chosenColour,
  };
};
