import { z } from 'zod';
import { fail, succeed, type Outcome } from '../../outcome.ts';
import { wrongAnswer } from './error-mapping.ts';
import type { HttpResponse } from './http.ts';
import { parseJson } from './parsed-json.ts';
import { plainText } from '../plain-text.ts';

/** What fits into a header as it is: nothing that could end a line or begin another token. */
const tokenSchema = z
  .string()
  .max(16_384)
  .regex(/^[\x21-\x7e]+$/);
const idSchema = z.string().min(1).max(256);

/** A profile without a name is a profile: what is no text, or far too long for one, counts as absent. */
const textSchema = z
  .string()
  .max(4096)
  .transform((text) => plainText(text, 320) || undefined)
  .optional()
  .catch(undefined);

/** Read on its own, so that a session is ended even where the rest of the answer is wrong. */
export const refreshTokenSchema = z.object({ refresh_token: tokenSchema });

export const loginSchema = z.object({
  access_token: tokenSchema,
  refresh_token: tokenSchema,
  user_id: idSchema,
});

export const refreshSchema = z.object({ access_token: tokenSchema });

export const profileSchema = z.object({
  user_id: idSchema,
  identities: z.array(z.object({ id: idSchema, provider_type: idSchema })).max(100),
  data: z
    .object({ email: textSchema, name: textSchema, first_name: textSchema, last_name: textSchema })
    .default({ email: undefined, name: undefined, first_name: undefined, last_name: undefined }),
});
export type ProfileAnswer = z.infer<typeof profileSchema>;

/** The body of a 2xx answer; any other body than the promised one is the server's error. */
export const readAnswer = <T>(response: HttpResponse, schema: z.ZodType<T>): Outcome<T> => {
  const json = parseJson(response.body);
  const read = schema.safeParse(json.kind === 'json' ? json.value : undefined);
  return read.success ? succeed(read.data) : fail(wrongAnswer(response));
};

export const isSuccess = ({ status }: HttpResponse): boolean => status >= 200 && status <= 299;
