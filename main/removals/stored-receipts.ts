import { z } from 'zod';
import { removalReceiptSchema } from '../../app/contract/removal-views.ts';
import { parseVersioned, type Parsed } from '../../app/users/stored-registry.ts';
import { serviceIdSchema, userIdSchema } from '../../app/users/user.ts';

/** Format version of the file; a higher one was written by a newer Hotseat and is left alone. */
const version = 1;

const storedReceiptSchema = removalReceiptSchema.extend({
  /** The tie to the tombstone, and what finishing the removal needs; both go when it is over. */
  userId: userIdSchema.optional(),
  serviceId: serviceIdSchema.optional(),
  /** Goes when the session was ended at its service. */
  revocationId: z.string().optional(),
});
export type StoredReceipt = z.infer<typeof storedReceiptSchema>;

const storedReceiptsSchema = z.object({
  version: z.literal(version),
  receipts: z.array(storedReceiptSchema).readonly(),
});
type StoredReceipts = z.infer<typeof storedReceiptsSchema>;

export const parseReceipts = (raw: unknown): Parsed<StoredReceipts> =>
  parseVersioned(raw, { schema: storedReceiptsSchema, version, upgrades: {} });

export const storedReceipts = (receipts: readonly StoredReceipt[]): StoredReceipts => ({ version, receipts });
