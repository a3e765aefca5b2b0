import { z } from 'zod';

const count = z.int().nonnegative();

/** What was written, and what could not be of use anywhere else. */
export const exportedAccountsSchema = z.strictObject({
  accounts: count,
  services: count,
  leftOut: z.strictObject({ anonymous: count, ofThisComputer: count, others: count }),
});
export type ExportedAccounts = z.infer<typeof exportedAccountsSchema>;

/** What an import would do. Names and addresses are the file's word. */
export const importPreviewSchema = z.strictObject({
  previewId: z.string(),
  services: z
    .array(
      z.strictObject({
        kind: z.enum(['appServices', 'openIdConnect', 'website']),
        name: z.string(),
        address: z.string(),
        /** `refused`: the rules of this computer do not let it be added. */
        standing: z.enum(['new', 'known', 'refused']),
        newCount: count,
        /** It had a client secret, which is in no file. */
        needsClientSecret: z.boolean(),
      }),
    )
    .readonly(),
  newCount: count,
  /** On this computer already; they are left alone. */
  knownCount: count,
  refusedCount: count,
});
export type ImportPreview = z.infer<typeof importPreviewSchema>;
