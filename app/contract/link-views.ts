import { z } from 'zod';
import { userIdSchema } from '../users/user.ts';
import { serviceDraftSchema } from './service-draft.ts';

const id = z.string().min(1).max(64);
/** What whoever wrote the link says; plain text of one line, and no reason to believe it. */
const note = z.string().optional();

/** What a link asks for, until the person has said yes or no. */
export const linkAskSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('switch'), id, userId: userIdSchema, note }),
  /** `address`: of the account’s own service, by that service’s rules. */
  z.strictObject({ kind: z.literal('open'), id, userId: userIdSchema, address: z.string().optional(), note }),
  /** To be looked at in the form, checked, and added there, if at all. */
  z.strictObject({ kind: z.literal('addService'), id, draft: serviceDraftSchema, note }),
]);
export type LinkAsk = z.infer<typeof linkAskSchema>;

/** Why a link is not even asked about. */
export const linkRefusalSchema = z.enum(['notUnderstood', 'unknownAccount', 'outsideService', 'rules']);
export type LinkRefusal = z.infer<typeof linkRefusalSchema>;
