import type { SessionVault } from '../../app/ports.ts';
import type { DirectoryKey } from './directory-key.ts';

/**
 * A vault that opens nothing while a stand-in signs for the directory: it would refuse the sessions on disk, and
 * their users would be logged out although their sessions are good.
 */
export const vaultUnderKey = (vault: SessionVault, key: Pick<DirectoryKey, 'isStandIn'>): SessionVault => ({
  write: (userId, session) => vault.write(userId, session),
  update: (userId, session) => vault.update(userId, session),
  read: async (userId) => ((await key.isStandIn()) ? { kind: 'unavailable' } : vault.read(userId)),
  erase: (userId) => vault.erase(userId),
  has: (userId) => vault.has(userId),
});
