import type { Context } from 'hono';
import { z } from 'zod';
import { MAX_NAME_CHARACTERS, personName } from './person-name.ts';
import { invalidParameter, problems } from './problems.ts';
import type { Problem } from './problems.ts';
import { problemResponse } from './responses.ts';
import { wellFormedText } from './well-formed-text.ts';

/** What a body must look like, and what is answered when it does not. */
export interface BodyRule<Schema extends z.ZodType> {
  readonly schema: Schema;
  readonly problem: Problem;
}

const MAX_BODY_BYTES = 64 * 1024;

/** Longer than any that is allowed: what an account may have is judged where the answer has a text of its own. */
const emailText = wellFormedText.max(1000);
const passwordText = wellFormedText.max(1000);

/**
 * Sizes are checked where the answer has a text of its own; the body as a whole is capped. Unknown members are
 * dropped: clients send `options.device` and may send more.
 */
export const registerBody = {
  schema: z.object({
    email: wellFormedText,
    password: wellFormedText,
    name: personName.optional(),
  }),
  problem: invalidParameter(
    `email, password and, if given, a name of at most ${MAX_NAME_CHARACTERS} visible characters are expected`,
  ),
};

export const passwordLoginBody = {
  schema: z.object({ username: emailText, password: passwordText }),
  problem: invalidParameter('username and password are expected'),
};

export const functionCallBody = {
  schema: z.object({
    name: z.string().max(200),
    arguments: z.array(z.unknown()).max(100).default([]),
    service: z.string().max(200).optional(),
  }),
  problem: invalidParameter('name and arguments are expected'),
};

/** Their shape is judged where the answer has a text of its own. */
const presentedToken = { token: z.string().max(1000), tokenId: z.string().max(1000) };

export const emailBody = {
  schema: z.object({ email: emailText }),
  problem: invalidParameter('email is expected'),
};

export const confirmBody = {
  schema: z.object(presentedToken),
  problem: invalidParameter('token and tokenId are expected'),
};

export const resetBody = {
  schema: z.object({ ...presentedToken, password: passwordText }),
  problem: invalidParameter('token, tokenId and password are expected'),
};

export const resetCallBody = {
  schema: z.object({
    email: emailText,
    password: passwordText,
    arguments: z.array(z.unknown()).max(100).default([]),
  }),
  problem: invalidParameter('email, password and arguments are expected'),
};

export const apiKeyLoginBody = {
  schema: z.object({ key: z.string().max(1000) }),
  problem: invalidParameter('key is expected'),
};

export const customTokenLoginBody = {
  schema: z.object({ token: z.string().max(16_384) }),
  problem: problems.customTokenMalformed,
};

export const customFunctionLoginBody = {
  schema: z.record(z.string(), z.unknown()),
  problem: problems.bodyNotJson,
};

export const apiKeyBody = {
  schema: z.object({ name: z.string().max(1000).optional() }),
  problem: invalidParameter("'name' is a required string"),
};

/** Reads a JSON body by its rule; anything else is refused before `answer` is asked. */
export async function withBody<Schema extends z.ZodType>(
  context: Context,
  { schema, problem }: BodyRule<Schema>,
  answer: (body: z.output<Schema>) => Response | Promise<Response>,
): Promise<Response> {
  // A web page can post text/plain across origins without asking; JSON it cannot.
  const mediaType = context.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (mediaType !== 'application/json') return problemResponse(problems.mediaType);
  const text = await readText(context.req.raw);
  if (text === undefined) return problemResponse(problems.bodyTooLarge);
  const parsed = parseJson(text);
  if (typeof parsed !== 'object' || parsed === null) return problemResponse(problems.bodyNotJson);
  const body = schema.safeParse(parsed);
  return body.success ? answer(body.data) : problemResponse(problem);
}

/**
 * The body as text, or undefined when it is too large; the rest is then left unread. Not Hono's `bodyLimit`,
 * which fails on a request of @hono/node-server that does not say how long its body is.
 */
async function readText(request: Request): Promise<string | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BODY_BYTES) return undefined;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > MAX_BODY_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
