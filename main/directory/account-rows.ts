import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Account, Identity, IdentityClaim, PasswordIdentity, UserData } from './account.ts';
import { inTransaction } from './transaction.ts';

/** What makes an identity one of `local-userpass`. */
export interface PasswordCredential {
  readonly passwordHash: string;
  /** Undefined until the address is confirmed. */
  readonly confirmedMs: number | undefined;
}

export interface NewIdentity {
  readonly id: string;
  readonly claim: IdentityClaim;
  readonly password?: PasswordCredential;
  readonly createdMs: number;
}

export interface AccountRows {
  /** An account with its first identity, which has the account's id. */
  createAccount(identity: NewIdentity): 'created' | 'identityTaken';
  findAccount(id: string): Account | undefined;
  setDisabled(id: string, disabledMs: number | undefined): void;
  setUserData(id: string, userData: UserData): void;
  /** The account with all that belongs to it; nothing of it stays in the file. */
  deleteAccount(id: string): void;
  addIdentity(accountId: string, identity: NewIdentity): void;
  findIdentity(provider: IdentityClaim['provider'], subject: string): Identity | undefined;
  findPasswordIdentity(emailKey: string): PasswordIdentity | undefined;
  findPasswordIdentityById(id: string): PasswordIdentity | undefined;
  /** To another account. The account that it leaves may be left without any. */
  moveIdentity(id: string, accountId: string): void;
  /** What its provider says of it now. */
  describeIdentity(id: string, description: Pick<IdentityClaim, 'email' | 'name'>): void;
  replacePasswordHash(identityId: string, passwordHash: string): void;
  /** Also forgets the tokens that would have confirmed it. */
  confirmIdentity(identityId: string, confirmedMs: number): void;
}

const accountRow = z.object({
  id: z.string(),
  created_ms: z.number(),
  disabled_ms: z.number().nullable(),
  claimed_ms: z.number().nullable(),
  user_data: z.string().nullable(),
});

const userDataColumn = z.record(z.string(), z.unknown());

const identityColumns = z.object({
  id: z.string(),
  account_id: z.string(),
  provider: z.enum(['anon-user', 'local-userpass', 'custom-token', 'custom-function']),
  subject: z.string(),
  email: z.string().nullable(),
  name: z.string().nullable(),
});

const identityRow = identityColumns.transform(identityOf);

const passwordIdentityRow = identityColumns
  .extend({
    provider: z.literal('local-userpass'),
    email: z.string(),
    password_hash: z.string(),
    confirmed_ms: z.number().nullable(),
  })
  .transform((row): PasswordIdentity => ({
    ...identityOf(row),
    email: row.email,
    passwordHash: row.password_hash,
    isConfirmed: row.confirmed_ms !== null,
  }));

function identityOf(row: z.output<typeof identityColumns>): Identity {
  return {
    id: row.id,
    accountId: row.account_id,
    provider: row.provider,
    subject: row.subject,
    email: row.email ?? undefined,
    name: row.name ?? undefined,
  };
}

export function createAccountRows(database: DatabaseSync): AccountRows {
  const insertAccount = database.prepare('INSERT INTO accounts (id, created_ms) VALUES (?, ?)');
  const selectAccount = database.prepare('SELECT * FROM accounts WHERE id = ?');
  const updateDisabled = database.prepare('UPDATE accounts SET disabled_ms = ? WHERE id = ?');
  const updateUserData = database.prepare('UPDATE accounts SET user_data = ? WHERE id = ?');
  const deleteAccount = database.prepare('DELETE FROM accounts WHERE id = ?');
  const insertIdentity = database.prepare(`
    INSERT INTO identities
      (id, account_id, provider, subject, email, name, password_hash, confirmed_ms, created_ms)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const selectIdentity = database.prepare('SELECT * FROM identities WHERE provider = ? AND subject = ?');
  const selectIdentities = database.prepare('SELECT * FROM identities WHERE account_id = ? ORDER BY rowid');
  const selectById = database.prepare('SELECT * FROM identities WHERE id = ?');
  const updateAccountId = database.prepare('UPDATE identities SET account_id = ? WHERE id = ?');
  const updateDescription = database.prepare('UPDATE identities SET email = ?, name = ? WHERE id = ?');
  const updateHash = database.prepare('UPDATE identities SET password_hash = ? WHERE id = ?');
  const updateConfirmed = database.prepare('UPDATE identities SET confirmed_ms = ? WHERE id = ?');
  const deleteConfirmTokens = database.prepare(
    "DELETE FROM mailed_tokens WHERE identity_id = ? AND purpose = 'confirm'",
  );

  function addIdentity(accountId: string, { id, claim, password, createdMs }: NewIdentity): void {
    insertIdentity.run(
      id,
      accountId,
      claim.provider,
      claim.subject,
      claim.email ?? null,
      claim.name ?? null,
      password?.passwordHash ?? null,
      password?.confirmedMs ?? null,
      createdMs,
    );
  }

  return {
    createAccount(identity) {
      const { provider, subject } = identity.claim;
      if (selectIdentity.get(provider, subject) !== undefined) return 'identityTaken';
      inTransaction(database, () => {
        insertAccount.run(identity.id, identity.createdMs);
        addIdentity(identity.id, identity);
      });
      return 'created';
    },
    findAccount(id) {
      const row = accountRow.optional().parse(selectAccount.get(id));
      return row === undefined
        ? undefined
        : {
            id: row.id,
            createdMs: row.created_ms,
            isDisabled: row.disabled_ms !== null,
            isClaimed: row.claimed_ms !== null,
            userData: row.user_data === null ? undefined : userDataColumn.parse(JSON.parse(row.user_data)),
            identities: selectIdentities.all(id).map((identity) => identityRow.parse(identity)),
          };
    },
    setDisabled(id, disabledMs) {
      updateDisabled.run(disabledMs ?? null, id);
    },
    setUserData(id, userData) {
      updateUserData.run(JSON.stringify(userData), id);
    },
    deleteAccount(id) {
      deleteAccount.run(id);
    },
    addIdentity,
    findIdentity: (provider, subject) => identityRow.optional().parse(selectIdentity.get(provider, subject)),
    findPasswordIdentity: (emailKey) =>
      passwordIdentityRow.optional().parse(selectIdentity.get('local-userpass', emailKey)),
    findPasswordIdentityById: (id) => passwordIdentityRow.optional().parse(selectById.get(id)),
    moveIdentity(id, accountId) {
      updateAccountId.run(accountId, id);
    },
    describeIdentity(id, { email, name }) {
      updateDescription.run(email ?? null, name ?? null, id);
    },
    replacePasswordHash(identityId, passwordHash) {
      updateHash.run(passwordHash, identityId);
    },
    confirmIdentity(identityId, confirmedMs) {
      inTransaction(database, () => {
        updateConfirmed.run(confirmedMs, identityId);
        deleteConfirmTokens.run(identityId);
      });
    },
  };
}
