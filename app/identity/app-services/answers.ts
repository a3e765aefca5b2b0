import { z } from 'zod';
import { fail, succeed, type Outcome } from '../../outcome.ts';
import { wrongAnswer } from './error-mapping.ts';
import type { HttpResponse } from './http.ts';
import { parseJson } from './parsed-json.ts';
import { plainText } from '../plain-text.ts';
import { longestToken, tokenCharacters } from './typed-secret.ts';

/** What fits into a header as it is. */
const tokenSchema = z.string().max(longestToken).regex(tokenCharacters);
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

/** Of a refresh, and of linking: the user keeps its refresh token; whatever is sent along is ignored. */
export const accessTokenSchema = z.object({ access_token: tokenSchema });

/** Stands in the path of later calls as it is. */
export const apiKeyIdSchema = z.string().regex(/^[\w-]{1,256}$/);

const apiKeySchema = z.object({
  _id: apiKeyIdSchema,
  name: z
    .string()
    .max(4096)
    .transform((name) => plainText(name, 200)),
  disabled: z.boolean().default(false),
});
export type ApiKeyAnswer = z.infer<typeof apiKeySchema>;
export const apiKeysSchema = z.array(apiKeySchema).max(1000);
export const createdApiKeySchema = apiKeySchema.extend({ key: tokenSchema });

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
