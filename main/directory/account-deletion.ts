import type { Account } from './account.ts';
import { loginFailuresKey } from './login.ts';
import type { DirectoryStore } from './store.ts';

/** The account with all that belongs to it, and what was counted against its addresses. */
export function deleteAccount(store: DirectoryStore, account: Account): void {
  store.inTransaction(() => {
    store.deleteAccount(account.id);
    for (const { provider, subject } of account.identities) {
      if (provider === 'local-userpass') store.setLoginFailures(loginFailuresKey(subject), undefined);
    }
  });
}
