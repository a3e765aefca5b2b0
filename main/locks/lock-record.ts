import { z } from 'zod';
import type { UnlockSecret } from '../../app/ports.ts';
import type { UserId } from '../../app/users/user.ts';
import { closeBox, openBox, type RandomBytes } from '../storage/key-box.ts';
import { currentCosts, type DerivationCosts, type DeriveKey } from './key-derivation.ts';

const keyLength = 32;
const saltLength = 16;

/** A user's key, wrapped by what is derived from the user's PIN or passphrase. Sealed as sessions are before it is stored. */
export const lockRecordSchema = z.strictObject({
  version: z.literal(1),
  kind: z.enum(['pin', 'passphrase']),
  derivation: z.strictObject({
    name: z.literal('argon2id'),
    memoryKib: z
      .int()
      .min(8)
      .max(4 * 1024 * 1024),
    iterations: z.int().min(1).max(1_000),
    parallelism: z.int().min(1).max(64),
    salt: z.base64(),
  }),
  box: z.base64(),
});
export type LockRecord = z.infer<typeof lockRecordSchema>;

/** Undefined for anything that is not a record. */
export const parseLockRecord = (text: string): LockRecord | undefined => {
  try {
    return lockRecordSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

export interface LockParts {
  readonly randomBytes: RandomBytes;
  readonly derive: DeriveKey;
  /** `currentCosts` unless given. */
  readonly costs?: DerivationCosts | undefined;
}

export const newUserKey = ({ randomBytes }: Pick<LockParts, 'randomBytes'>): Buffer =>
  Buffer.from(randomBytes(keyLength));

/** Undefined where nothing could be derived. */
export const wrapUserKey = async (
  { randomBytes, derive, costs = currentCosts }: LockParts,
  userId: UserId,
  secret: UnlockSecret,
  key: Uint8Array,
): Promise<LockRecord | undefined> => {
  const salt = Buffer.from(randomBytes(saltLength));
  const wrapping = await derive({ secret: secret.text, salt, costs, length: keyLength });
  if (!wrapping) return undefined;
  const box = closeBox(wrapping, contextOf(userId), key, randomBytes);
  wrapping.fill(0);
  const derivation = { name: 'argon2id', ...costs, salt: salt.toString('base64') } as const;
  return { version: 1, kind: secret.kind, derivation, box: box.toString('base64') };
};

/** `wrong`: another secret, or another user's record. `failed`: nothing could be derived. */
export const unwrapUserKey = async (
  { derive }: Pick<LockParts, 'derive'>,
  userId: UserId,
  secret: string,
  { derivation, box }: LockRecord,
): Promise<Buffer | 'wrong' | 'failed'> => {
  const { name: _name, salt, ...costs } = derivation;
  const wrapping = await derive({ secret, salt: Buffer.from(salt, 'base64'), costs, length: keyLength });
  if (!wrapping) return 'failed';
  const key = openBox(wrapping, contextOf(userId), Buffer.from(box, 'base64'));
  wrapping.fill(0);
  return key?.length === keyLength ? key : 'wrong';
};

/** Were the costs lower when it was made? */
export const isOutdated = ({ derivation }: LockRecord, costs: DerivationCosts = currentCosts): boolean =>
  derivation.memoryKib < costs.memoryKib || derivation.iterations < costs.iterations;

const contextOf = (userId: UserId): string => `hotseat/lock/1/${userId}`;
