import type { FileFacts } from '../../app/diagnosis/stored-findings.ts';
import type { UserRegistry } from '../../app/users/user-registry.ts';
import type { RegistryReading } from '../storage/registry-store.ts';

/** Has the disk the accounts that Hotseat goes by, in the same states, and the same active one? */
export const compareAccounts = (
  reading: RegistryReading,
  { users, activeId }: Pick<UserRegistry, 'users' | 'activeId'>,
): FileFacts['accounts'] => {
  if (reading.kind === 'newer') return 'newer';
  const stored = reading.accounts?.users ?? [];
  const areSame =
    stored.length === users.size &&
    stored.every(({ id, state }) => users.get(id)?.state === state) &&
    reading.active?.activeId === activeId;
  return areSame ? 'agree' : 'differ';
};
