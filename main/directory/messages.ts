import { z } from 'zod';
import { signingKeyBytes } from './signing-key-size.ts';

/** Chosen by main, unique among its requests in flight. */
const requestId = z.int().nonnegative();

const headers = z.record(z.string().max(100), z.string().max(16_384));

/** First message, once: where the database lies and the key that signs tokens. */
export const startMessage = z.strictObject({
  kind: z.literal('start'),
  databaseFile: z.string().min(1),
  signingKey: z.instanceof(Uint8Array).refine((key) => key.byteLength === signingKeyBytes),
});

/** An HTTP request without its origin: `path` begins with one slash and may carry a query. */
export const requestMessage = z.strictObject({
  kind: z.literal('request'),
  id: requestId,
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
  path: z
    .string()
    .max(2048)
    .regex(/^\/(?![/\\])/),
  headers,
  body: z.string().max(1_048_576).optional(),
});

/** No response follows. While a password is being hashed or a token checked, the request changes nothing yet. */
export const cancelMessage = z.strictObject({ kind: z.literal('cancel'), id: requestId });

/** What main sends to the directory's process. */
export const directoryMessage = z.discriminatedUnion('kind', [startMessage, requestMessage, cancelMessage]);

export const readyReply = z.strictObject({ kind: z.literal('ready') });

/**
 * The database stays as it was. `newerDatabase`: a later Hotseat wrote it. `databaseUnreadable`: damaged, not ours,
 * or not permitted. `diskFull`: no room to open it. `start` may be sent again.
 */
export const failedReply = z.strictObject({
  kind: z.literal('failed'),
  reason: z.enum(['newerDatabase', 'databaseUnreadable', 'diskFull', 'unexpected']),
});

export const responseReply = z.strictObject({
  kind: z.literal('response'),
  id: requestId,
  status: z.int().min(200).max(599),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
});

/** What the directory's process sends to main. */
export const directoryReply = z.discriminatedUnion('kind', [readyReply, failedReply, responseReply]);

export type StartMessage = z.infer<typeof startMessage>;
export type RequestMessage = z.infer<typeof requestMessage>;
export type DirectoryMessage = z.infer<typeof directoryMessage>;
export type DirectoryStartFailure = z.infer<typeof failedReply>['reason'];
export type ResponseReply = z.infer<typeof responseReply>;
export type DirectoryReply = z.infer<typeof directoryReply>;
