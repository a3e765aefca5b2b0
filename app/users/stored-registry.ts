import { z } from 'zod';
import { identityColourSchema } from './identity-colour.ts';
import { recentLimit } from './recent-users.ts';
import { serviceIdSchema, userIdSchema, type User, type UserId } from './user.ts';
import type { UserRegistry } from './user-registry.ts';

/** Format versions of the files; a higher one was written by a newer Hotseat and is left alone. */
export const accountsVersion = 2;
export const shardVersion = 3;
export const activeVersion = 2;

const profileSchema = z.object({ email: z.string().optional(), name: z.string().optional() });

const known = {
  id: userIdSchema,
  serviceId: serviceIdSchema,
  subject: z.string().min(1),
  profile: profileSchema,
  identities: z.array(z.object({ id: z.string(), providerType: z.string() })).readonly(),
  anonymousNumber: z.int().positive().optional(),
  nickname: z.string().optional(),
  initials: z.string(),
  colour: z.int().nonnegative(),
  chosenColour: identityColourSchema.optional(),
  addedAtMs: z.number(),
};

const userSchema = z.discriminatedUnion('state', [
  z.object({
    ...known,
    state: z.literal('authenticated'),
    sessionKept: z.enum(['disk', 'memory', 'nowhere']),
    isLocked: z.boolean(),
    loggedInAtMs: z.number().optional(),
    sessionEnd: z.object({ atMs: z.number(), soonFromMs: z.number() }).optional(),
    hasWayToUnlock: z.boolean(),
    unlockKind: z.enum(['pin', 'passphrase']).optional(),
    isLockedWhenLeft: z.boolean().optional(),
  }),
  z.object({
    ...known,
    state: z.literal('loggedOut'),
    because: z.enum(['sessionExpired', 'sessionRevoked', 'sessionNotSaved']).optional(),
  }),
]) satisfies z.ZodType<User>;

const subjectKey = ({ serviceId, subject }: User): string => `${serviceId}\n${subject}`;

const isUnique = (values: readonly string[]): boolean => new Set(values).size === values.length;

/** The accounts as they were found, in the order on screen. */
export interface StoredAccounts {
  readonly users: readonly User[];
}

/** What `accounts.json` is: the head of the shards, or, before version 2, all users at once. */
export type AccountsFile =
  | { readonly kind: 'head'; readonly shards: readonly number[] }
  | { readonly kind: 'whole'; readonly users: readonly User[] };

const headSchema = z
  .object({
    version: z.literal(accountsVersion),
    /** Numbers of the files that the users are in. */
    shards: z.array(z.int().positive()).refine((shards) => new Set(shards).size === shards.length),
  })
  .transform(({ shards }): AccountsFile => ({ kind: 'head', shards }));

const wholeVersion = 1;
const wholeSchema = z
  .object({
    version: z.literal(wholeVersion),
    /** In the order on screen. */
    users: z
      .array(userSchema)
      .refine((users) => isUnique(users.map((user) => user.id)), 'two users have one id')
      .refine((users) => isUnique(users.map(subjectKey)), 'two users have one subject'),
  })
  .transform(({ users }): AccountsFile => ({ kind: 'whole', users }));

const shardSchema = z.object({
  version: z.literal(shardVersion),
  /** Its own number: a file under another's name is no file. */
  shard: z.int().positive(),
  users: z
    .array(z.object({ place: z.number(), user: userSchema }))
    .refine((placed) => isUnique(placed.map(({ user }) => user.id)), 'two users have one id'),
});
export type StoredShard = z.infer<typeof shardSchema>;
/** A user and its place in the list, a number that rises along the order on screen. */
export type PlacedUser = StoredShard['users'][number];

const activeSchema = z.object({
  version: z.literal(activeVersion),
  /** Rises with every change; of several that are found, the highest holds. Without one it is the first. */
  sequence: z.int().nonnegative().optional(),
  activeId: userIdSchema.optional(),
  recent: z.array(userIdSchema).max(recentLimit),
});
export type StoredActive = z.infer<typeof activeSchema>;

/** A value read from disk: usable, of a newer format, or not what it should be. */
export type Parsed<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'newer'; readonly version: number }
  | { readonly kind: 'corrupt' };

/** One step from version n (its key) to n + 1: pure, so that it can be run on a verbatim old file. */
export type Upgrades = Readonly<
  Record<number, (old: Readonly<Record<string, unknown>>) => Record<string, unknown>>
>;

/** Reads a versioned value, upgrading it step by step. */
export const parseVersioned = <T>(
  raw: unknown,
  { schema, version, upgrades }: { schema: z.ZodType<T>; version: number; upgrades: Upgrades },
): Parsed<T> => {
  const head = z.looseObject({ version: z.int().positive() }).safeParse(raw);
  if (!head.success) return { kind: 'corrupt' };
  if (head.data.version > version) return { kind: 'newer', version: head.data.version };
  let value: Record<string, unknown> = head.data;
  for (let from = head.data.version; from < version; from += 1) {
    const upgrade = upgrades[from];
    if (!upgrade) return { kind: 'corrupt' };
    value = { ...upgrade(value), version: from + 1 };
  }
  const parsed = schema.safeParse(value);
  return parsed.success ? { kind: 'read', value: parsed.data } : { kind: 'corrupt' };
};

/**
 * Version 2 has locks: a Hotseat from before would open them by writing what it knows of a user. Version 3 has chosen
 * colours, which it would lose.
 */
const shardUpgrades: Upgrades = { 1: (old) => ({ ...old }), 2: (old) => ({ ...old }) };
/**
 * Before version 2 there were no numbers, and no journal: a Hotseat of that time would switch behind the journal's
 * back, and the journal would undo it at the next start of this one. So it must see a newer version.
 */
const activeUpgrades: Upgrades = { 1: (old) => ({ ...old }) };

/** Version 1 is no step of one file to another: its users are read as they are, and saved in shards. */
export const parseAccounts = (raw: unknown): Parsed<AccountsFile> => {
  const whole = wholeSchema.safeParse(raw);
  if (whole.success) return { kind: 'read', value: whole.data };
  return parseVersioned(raw, { schema: headSchema, version: accountsVersion, upgrades: {} });
};

export const parseShard = (raw: unknown): Parsed<StoredShard> =>
  parseVersioned(raw, { schema: shardSchema, version: shardVersion, upgrades: shardUpgrades });

export const parseActive = (raw: unknown): Parsed<StoredActive> =>
  parseVersioned(raw, { schema: activeSchema, version: activeVersion, upgrades: activeUpgrades });

export const storedHead = (shards: readonly number[]): z.input<typeof headSchema> => ({
  version: accountsVersion,
  shards: [...shards],
});

export const storedShard = (shard: number, users: Iterable<PlacedUser>): StoredShard => ({
  version: shardVersion,
  shard,
  users: [...users],
});

/** The users of some shards, one after another in their places; whom two of them claim, the first has. */
export const usersOf = (shards: Iterable<readonly PlacedUser[]>): readonly User[] => {
  const ids = new Set<UserId>();
  const subjects = new Set<string>();
  const placed = Array.from(shards)
    .flat()
    .filter(({ user }) => {
      const isFree = !ids.has(user.id) && !subjects.has(subjectKey(user));
      ids.add(user.id);
      subjects.add(subjectKey(user));
      return isFree;
    });
  return placed.toSorted((one, other) => one.place - other.place).map(({ user }) => user);
};

export const storedActive = ({ activeId, recent }: UserRegistry): StoredActive => ({
  version: activeVersion,
  activeId,
  recent: [...recent] satisfies UserId[],
});
