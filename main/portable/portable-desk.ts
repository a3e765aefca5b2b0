import type { ExportedAccounts, ImportPreview } from '../../app/contract/portable-views.ts';
import { addressOf } from '../../app/identity/service-rules.ts';
import { done, fail, succeed, type Outcome } from '../../app/outcome.ts';
import type { Random } from '../../app/ports.ts';
import { readAccountList, type AccountList } from '../../app/portable/account-list.ts';
import { exportedList } from '../../app/portable/exported-list.ts';
import {
  importedUsers,
  planImport,
  type ImportPlan,
  type PlannedService,
} from '../../app/portable/import-plan.ts';
import type { Switcher } from '../../app/switcher.ts';
import type { ServiceId, UserId } from '../../app/users/user.ts';
import type { DeskBook } from '../policy/desk-book.ts';
import type { ServiceBook } from '../services/service-book.ts';

export interface PortableDeskParts {
  readonly switcher: Pick<Switcher, 'registry' | 'addLoggedOut' | 'removeTogether'>;
  readonly services: Pick<ServiceBook, 'list' | 'addUnasked' | 'remove'>;
  readonly desk: Pick<DeskBook, 'refusalOfAdding' | 'refusalOfEntry'>;
  readonly random: Pick<Random, 'newOpaqueId'>;
  /** Into a file that the person chooses; `cancelled` where they choose none. */
  saveText(text: string): Promise<Outcome<void>>;
  /** Of a file that the person chooses. */
  openText(): Promise<Outcome<string>>;
}

/** The list of accounts on its way to another computer, and from one. */
export class PortableDesk {
  readonly #parts: PortableDeskParts;
  /** What the person has looked at last. */
  #opened: { readonly previewId: string; readonly list: AccountList; readonly plan: ImportPlan } | undefined;
  #imported: { readonly users: readonly UserId[]; readonly services: readonly ServiceId[] } | undefined;

  constructor(parts: PortableDeskParts) {
    this.#parts = parts;
  }

  async export(): Promise<Outcome<ExportedAccounts>> {
    const { switcher, services } = this.#parts;
    const { file, leftOut } = exportedList(switcher.registry, services.list());
    const saved = await this.#parts.saveText(`${JSON.stringify(file, undefined, 2)}\n`);
    if (!saved.ok) return saved;
    return succeed({ accounts: file.accounts.length, services: file.services.length, leftOut });
  }

  /** Reads a list and says what importing it would do. */
  async open(): Promise<Outcome<ImportPreview>> {
    const text = await this.#parts.openText();
    if (!text.ok) return text;
    const list = readAccountList(text.value);
    if (!list.ok) return list;
    const plan = this.#plan(list.value);
    const previewId = this.#parts.random.newOpaqueId();
    this.#opened = { previewId, list: list.value, plan };
    const { knownCount, refusedCount } = plan;
    return succeed({
      previewId,
      services: plan.services.map(previewOf),
      newCount: plan.accounts.length,
      knownCount,
      refusedCount,
    });
  }

  /** Adds what was new when the person looked at it, and still may be added. */
  async import(previewId: string): Promise<Outcome<{ readonly added: number }>> {
    const { switcher, services } = this.#parts;
    const opened = this.#opened;
    if (opened?.previewId !== previewId) return fail({ code: 'fileRefused', because: 'gone' });
    this.#opened = undefined;
    const { list } = opened;
    const wanted = this.#plan(list).services.filter(
      ({ standing }, place) => standing === 'new' && opened.plan.services[place]?.standing === 'new',
    );
    const addedServices = await services.addUnasked(wanted.map(({ listed }) => listed));
    if (!addedServices.ok) return addedServices;
    const added = await switcher.addLoggedOut(list.accounts.length, (registry) =>
      importedUsers(this.#plan(list, registry)),
    );
    if (!added.ok) {
      for (const id of addedServices.value) await services.remove(id);
      return added;
    }
    this.#imported = { users: added.value, services: addedServices.value };
    return succeed({ added: added.value.length });
  }

  /** Whoever has logged in meanwhile stays, with their service. */
  async takeBack(): Promise<Outcome<void>> {
    const { switcher, services } = this.#parts;
    const last = this.#imported;
    if (!last) return done;
    const { users } = switcher.registry;
    const removed = await switcher.removeTogether(
      last.users.filter((id) => users.get(id)?.state === 'loggedOut'),
    );
    if (!removed.ok) return removed;
    this.#imported = undefined;
    const inUse = new Set(Array.from(switcher.registry.users.values(), ({ serviceId }) => serviceId));
    for (const id of last.services.filter((serviceId) => !inUse.has(serviceId))) {
      const gone = await services.remove(id);
      if (!gone.ok && gone.error.code !== 'serviceNotFound') return gone;
    }
    return done;
  }

  #plan(list: AccountList, registry = this.#parts.switcher.registry): ImportPlan {
    const { services, desk } = this.#parts;
    return planImport(list, {
      registry,
      services: services.list(),
      rules: {
        mayAddService: (address) => desk.refusalOfAdding(address) === undefined,
        mayEnter: (entry) => desk.refusalOfEntry(entry) === undefined,
      },
    });
  }
}

const previewOf = ({ listed, standing, newCount }: PlannedService): ImportPreview['services'][number] => ({
  kind: listed.draft.kind,
  name: listed.draft.name,
  address: addressOf(listed.draft),
  standing,
  newCount,
  needsClientSecret: listed.needsClientSecret && standing === 'new',
});
