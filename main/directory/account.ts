/** The ways in that leave an identity. An API key leaves none: it is a property of its account. */
export type IdentityProviderType = 'anon-user' | 'local-userpass' | 'custom-token' | 'custom-function';

/** Who somebody has proved to be. */
export interface IdentityClaim {
  readonly provider: IdentityProviderType;
  /** Unique in its provider: the key of an e-mail address, `sub` of a JWT, what a function answered. */
  readonly subject: string;
  readonly email: string | undefined;
  readonly name: string | undefined;
}

export interface Identity extends IdentityClaim {
  readonly id: string;
  readonly accountId: string;
}

/** An identity of `local-userpass`; its subject is the key of its e-mail address. */
export interface PasswordIdentity extends Identity {
  readonly email: string;
  readonly passwordHash: string;
  readonly isConfirmed: boolean;
}

export type UserData = Readonly<Record<string, unknown>>;

export interface Account {
  readonly id: string;
  readonly createdMs: number;
  readonly isDisabled: boolean;
  /** Somebody has logged in. Until then, whoever can log in may link its identity to another account instead. */
  readonly isClaimed: boolean;
  /** What an administrator keeps with the account; goes into its access tokens. */
  readonly userData: UserData | undefined;
  /** Oldest first, never empty. */
  readonly identities: readonly Identity[];
}

export function isAnonymous({ identities }: Account): boolean {
  return identities.every(({ provider }) => provider === 'anon-user');
}

/** What the account's first identity that knows it says. */
export function describeAccount({ identities }: Account) {
  return {
    email: identities.find(({ email }) => email !== undefined)?.email,
    name: identities.find(({ name }) => name !== undefined)?.name,
  };
}
