import { z } from 'zod';
import { recentLimit } from './recent-users.ts';
import { serviceIdSchema, userIdSchema, type User, type UserId } from './user.ts';
import type { UserRegistry } from './user-registry.ts';

/** Format versions of the two files; a higher one was written by a newer Hotseat and is left alone. */
export const accountsVersion = 1;
export const activeVersion = 1;

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
  addedAtMs: z.number(),
};

const userSchema = z.discriminatedUnion('state', [
  z.object({
    ...known,
    state: z.literal('authenticated'),
    sessionKept: z.enum(['disk', 'memory']),
    isLocked: z.boolean(),
    sessionEnd: z.object({ atMs: z.number(), soonFromMs: z.number() }).optional(),
    hasWayToUnlock: z.boolean(),
  }),
  z.object({
    ...known,
    state: z.literal('loggedOut'),
    because: z.enum(['sessionExpired', 'sessionRevoked', 'sessionNotSaved']).optional(),
  }),
]) satisfies z.ZodType<User>;

const isUnique = (values: readonly string[]): boolean => new Set(values).size === values.length;

const accountsSchema = z.object({
  version: z.literal(accountsVersion),
  /** In the order on screen. */
  users: z
    .array(userSchema)
    .refine((users) => isUnique(users.map((user) => user.id)), 'two users have one id')
    .refine(
      (users) => isUnique(users.map((user) => `${user.serviceId}\n${user.subject}`)),
      'two users have one subject',
    ),
});
export type StoredAccounts = z.infer<typeof accountsSchema>;

const activeSchema = z.object({
  version: z.literal(activeVersion),
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

const accountsUpgrades: Upgrades = {};
const activeUpgrades: Upgrades = {};

export const parseAccounts = (raw: unknown): Parsed<StoredAccounts> =>
  parseVersioned(raw, { schema: accountsSchema, version: accountsVersion, upgrades: accountsUpgrades });

export const parseActive = (raw: unknown): Parsed<StoredActive> =>
  parseVersioned(raw, { schema: activeSchema, version: activeVersion, upgrades: activeUpgrades });

export const storedAccounts = ({ users, order }: UserRegistry): StoredAccounts => ({
  version: accountsVersion,
  users: order.flatMap((id) => users.get(id) ?? []),
});

export const storedActive = ({ activeId, recent }: UserRegistry): StoredActive => ({
  version: activeVersion,
  activeId,
  recent: [...recent] satisfies UserId[],
});
