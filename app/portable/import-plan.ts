import type { Entry } from '../desk/handover.ts';
import { addressOf, isSameService } from '../identity/service-rules.ts';
import type { Service } from '../identity/service.ts';
import type { ImportedUser } from '../users/imported-users.ts';
import type { ServiceId } from '../users/user.ts';
import type { UserRegistry } from '../users/user-registry.ts';
import type { AccountList } from './account-list.ts';
import { unaskedService, type ListedService } from './listed-service.ts';
import type { PortableAccount } from './portable-file.ts';

/** What holds for services and accounts that a person adds by hand holds for those of a list. */
export interface ImportRules {
  mayAddService(address: string): boolean;
  mayEnter(entry: Entry): boolean;
}

export type PlannedService = {
  readonly listed: ListedService;
  /** How many accounts it would bring. */
  readonly newCount: number;
} & (
  | { readonly standing: 'known'; readonly id: ServiceId }
  | { readonly standing: 'new' }
  /** The rules do not let it be added. */
  | { readonly standing: 'refused' }
);

/** What an import would do, as things are now. */
export interface ImportPlan {
  /** In the order of the list. */
  readonly services: readonly PlannedService[];
  /** Those that would be added, in the order of the list. */
  readonly accounts: readonly PortableAccount[];
  /** On this computer already: they are left alone. */
  readonly knownCount: number;
  /** Not let in by the rules. */
  readonly refusedCount: number;
}

export interface ImportCircumstances {
  readonly registry: UserRegistry;
  readonly services: readonly Service[];
  readonly rules: ImportRules;
}

export const planImport = (list: AccountList, circumstances: ImportCircumstances): ImportPlan => {
  const { registry, services, rules } = circumstances;
  const places = list.services.map((listed) => {
    const known = services.find((service) => isSameService(service, listed.draft));
    const isOpen = known !== undefined || rules.mayAddService(addressOf(listed.draft));
    return { listed, known, isOpen, newCount: 0 };
  });
  const subjects = new Set(Array.from(registry.users.values(), subjectKey));
  const accounts: PortableAccount[] = [];
  let [knownCount, refusedCount] = [0, 0];
  for (const account of list.accounts) {
    const place = places[account.service];
    if (!place) continue;
    const { known, listed, isOpen } = place;
    const entry = {
      service: known ?? unaskedService(listed),
      email: account.email,
      isKnown: false,
      accountCount: registry.users.size + accounts.length,
    };
    if (known && subjects.has(subjectKey({ serviceId: known.id, subject: account.subject }))) knownCount += 1;
    else if (isOpen && rules.mayEnter(entry)) {
      accounts.push(account);
      place.newCount += 1;
    } else refusedCount += 1;
  }
  return {
    services: places.map(({ listed, known, isOpen, newCount }): PlannedService => {
      if (known) return { standing: 'known', id: known.id, listed, newCount };
      return { standing: isOpen ? 'new' : 'refused', listed, newCount };
    }),
    accounts,
    knownCount,
    refusedCount,
  };
};

/** The accounts whose services are there; the others wait for theirs to be added. */
export const importedUsers = ({ services, accounts }: ImportPlan): readonly ImportedUser[] =>
  accounts.flatMap(({ service: place, subject, email, name, nickname, colour, chosenColour }) => {
    const service = services[place];
    if (service?.standing !== 'known') return [];
    return [{ serviceId: service.id, subject, profile: { email, name }, nickname, colour, chosenColour }];
  });

const subjectKey = ({ serviceId, subject }: { serviceId: ServiceId; subject: string }): string =>
  `${serviceId}\n${subject}`;
