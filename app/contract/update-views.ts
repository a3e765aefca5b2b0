import { z } from 'zod';

/** A version that may be downloaded. Notes are plain text; nothing in them is drawn as anything else. */
export const updateOfferSchema = z.strictObject({
  version: z.string(),
  notes: z.string().optional(),
  sizeBytes: z.int().positive(),
});
export type UpdateOffer = z.infer<typeof updateOfferSchema>;

/**
 * `noKey`: this build knows no key that releases are signed with. `switch`: started with `--no-update`. `policy`:
 * whoever looks after this computer forbids it. `package`: this kind of package cannot replace itself.
 */
export const updatesOffReasonSchema = z.enum(['noKey', 'switch', 'policy', 'package']);
export type UpdatesOffReason = z.infer<typeof updatesOffReasonSchema>;

/**
 * `untrusted`: not signed by those who release Hotseat. `older`: older than what was seen before. `damaged`: not
 * the file that was signed. `declined`: the system’s own installer was refused, or failed.
 */
export const updateFaultSchema = z.enum([
  'offline',
  'certificate',
  'missing',
  'server',
  'untrusted',
  'older',
  'damaged',
  'stalled',
  'diskFull',
  'notPermitted',
  'newerVersion',
  'declined',
  'unexpected',
]);
export type UpdateFault = z.infer<typeof updateFaultSchema>;

const checkedAtMs = z.number().optional();

/** How updates stand. `checkedAtMs`: when the newest version was last known for certain. */
export const updateViewSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('off'),
    because: updatesOffReasonSchema,
    /** Where releases are, as far as this build knows. */
    origin: z.string().optional(),
  }),
  /** Up to date, where it has been checked. */
  z.strictObject({ kind: z.literal('idle'), checkedAtMs }),
  z.strictObject({ kind: z.literal('checking'), checkedAtMs }),
  /** There is a newer version, but this system is too old for it. */
  z.strictObject({ kind: z.literal('systemTooOld'), version: z.string(), checkedAtMs }),
  z.strictObject({ kind: z.literal('available'), offer: updateOfferSchema }),
  z.strictObject({
    kind: z.literal('downloading'),
    offer: updateOfferSchema,
    receivedBytes: z.int().nonnegative(),
  }),
  z.strictObject({ kind: z.literal('ready'), offer: updateOfferSchema }),
  z.strictObject({ kind: z.literal('installing'), offer: updateOfferSchema }),
  z.strictObject({
    kind: z.literal('failed'),
    during: z.enum(['check', 'download', 'install']),
    because: updateFaultSchema,
    /** What can be tried again. */
    offer: updateOfferSchema.optional(),
    checkedAtMs,
  }),
]);
export type UpdateView = z.infer<typeof updateViewSchema>;
