import { z } from 'zod';
import { userIdSchema } from '../users/user.ts';

const headerSchema = z.strictObject({ name: z.string().max(256), value: z.string().max(8192) });
export type Header = z.infer<typeof headerSchema>;

/** A request as a person writes it; the token is not part of it. */
export const outgoingRequestSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('http'),
    method: z.string().max(32),
    /** Absolute, or a path of the service. */
    url: z.string().max(8192),
    headers: z.array(headerSchema).max(64).readonly(),
    body: z.string().max(1_000_000).optional(),
  }),
  z.strictObject({
    kind: z.literal('function'),
    name: z.string().max(128),
    /** Extended JSON (EJSON) passes through as it is. */
    arguments: z.array(z.json()).max(16).readonly(),
  }),
]);
export type OutgoingRequest = z.infer<typeof outgoingRequestSchema>;

/** The whole answer, whatever its status. */
export const answerSchema = z.strictObject({
  status: z.int(),
  statusText: z.string(),
  headers: z.array(headerSchema).readonly(),
  /** Milliseconds from sending to the last byte. */
  durationMs: z.number().nonnegative(),
  /** Of the content as it was received, unpacked. */
  byteCount: z.int().nonnegative(),
  /** Was the rest given up, for being more than fits? */
  isCut: z.boolean(),
  content: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('text'), text: z.string() }),
    z.strictObject({ kind: z.literal('binary') }),
  ]),
});
export type Answer = z.infer<typeof answerSchema>;

/** `text`: what has come since the part before; `byteCount`: of all that has come so far. */
export const answerPartSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('head'), status: z.int(), statusText: z.string() }),
  z.strictObject({ kind: z.literal('text'), text: z.string(), byteCount: z.int() }),
]);
export type AnswerPart = z.infer<typeof answerPartSchema>;

/** A request that was sent, without what could be a secret: no token, no body, no value of a secret header. */
export const pastRequestSchema = z.strictObject({
  id: z.string(),
  sentAtMs: z.number(),
  request: outgoingRequestSchema,
  answers: z
    .array(
      z.strictObject({
        userId: userIdSchema,
        /** Absent where no answer came. */
        status: z.int().optional(),
      }),
    )
    .readonly(),
});
export type PastRequest = z.infer<typeof pastRequestSchema>;

/** Kept because the person asked for it, body included. */
export const savedRequestSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  request: outgoingRequestSchema,
});
export type SavedRequest = z.infer<typeof savedRequestSchema>;

export const requestBookSchema = z.strictObject({
  /** Newest first. */
  past: z.array(pastRequestSchema).readonly(),
  saved: z.array(savedRequestSchema).readonly(),
});
export type RequestBook = z.infer<typeof requestBookSchema>;
