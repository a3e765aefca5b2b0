import type { Account, UserData } from './account.ts';
import { deleteAccount } from './account-deletion.ts';
import { emailKey } from './email-address.ts';
import type { Clock } from './ports.ts';
import type { DirectoryStore } from './store.ts';

/** An e-mail with which somebody logs in by password, or a user id. */
export type Who = string;

export type AdminOutcome = 'done' | 'userNotFound';

/** What nobody can ask for by HTTP: only whoever runs the directory. Takes effect with the next request. */
export interface DirectoryAdmin {
  /** Logging in and refreshing are refused with `UserDisabled`; nothing is lost. */
  disable(who: Who): AdminOutcome;
  enable(who: Who): AdminOutcome;
  /** Ends every session of the user, who may log in again. */
  revokeSessions(who: Who): AdminOutcome;
  deleteUser(who: Who): AdminOutcome;
  /** Clients see it with their next access token. `tooLarge` beyond 4 KiB of JSON: it travels in every request. */
  setUserData(who: Who, userData: UserData): AdminOutcome | 'tooLarge';
  /** By e-mail only: it is the address that is confirmed. */
  confirm(email: string): AdminOutcome;
}

export interface DirectoryAdminOptions {
  readonly store: DirectoryStore;
  readonly clock: Clock;
}

const MAX_USER_DATA_BYTES = 4096;

export function createAdmin({ store, clock }: DirectoryAdminOptions): DirectoryAdmin {
  function find(who: Who): Account | undefined {
    const accountId = store.findPasswordIdentity(emailKey(who))?.accountId ?? who;
    return store.findAccount(accountId);
  }

  function change(who: Who, apply: (account: Account) => void): AdminOutcome {
    const account = find(who);
    if (account === undefined) return 'userNotFound';
    apply(account);
    return 'done';
  }

  return {
    disable: (who) => change(who, ({ id }) => store.setDisabled(id, clock())),
    enable: (who) => change(who, ({ id }) => store.setDisabled(id, undefined)),
    revokeSessions: (who) => change(who, ({ id }) => void store.revokeSessionsOf(id, clock())),
    deleteUser: (who) =>
      change(who, (account) => {
        deleteAccount(store, account);
        store.clean();
      }),
    setUserData(who, userData) {
      if (Buffer.byteLength(JSON.stringify(userData)) > MAX_USER_DATA_BYTES) return 'tooLarge';
      return change(who, ({ id }) => store.setUserData(id, userData));
    },
    confirm(email) {
      const identity = store.findPasswordIdentity(emailKey(email));
      if (identity === undefined) return 'userNotFound';
      store.confirmIdentity(identity.id, clock());
      return 'done';
    },
  };
}
