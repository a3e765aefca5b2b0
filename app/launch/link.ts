import { z } from 'zod';
import { serviceDraftSchema, type ServiceDraft } from '../contract/service-draft.ts';
import { readInTwoWays } from '../identity/secure-origin.ts';
import { plainText } from '../identity/plain-text.ts';
import { checkedDraft } from '../identity/service-rules.ts';
import { userIdSchema, type UserId } from '../users/user.ts';

/** What a `hotseat:` link asks for. Anybody may have written it, so it never does anything by itself. */
export type Link =
  | { readonly kind: 'switch'; readonly userId: UserId; readonly note?: string }
  /** `address`: where in the account’s workspace; whether that is of its service is looked at when it is asked. */
  | { readonly kind: 'open'; readonly userId: UserId; readonly address?: string; readonly note?: string }
  | { readonly kind: 'addService'; readonly draft: ServiceDraft; readonly note?: string };

/** Longer ones are no links that a person was meant to click. */
const linkLimit = 8_192;
export const noteLimit = 200;

/**
 * The whole of what a link may look like: what it asks for, an account where it is about one, and a query. A browser
 * escapes everything else before it hands a link over.
 */
const shape =
  /^hotseat:\/\/(?<asked>switch|open|add-service)(?:\/(?<userId>[a-z0-9-]+))?\/?(?:\?(?<query>[\w\-.~:/?@!$'()*+,;=%&]*))?$/i;

const note = z.string().max(2_000).optional();
const address = z
  .string()
  .min(1)
  .max(4_096)
  .refine((text) => !readInTwoWays.test(text));
const listed = z
  .string()
  .max(linkLimit)
  .optional()
  .transform((text) => (text ?? '').split(' ').filter(Boolean));

const switchParts = z.strictObject({ note });
const openParts = z.strictObject({ note, address: address.optional() });

/** Flat, as the fields of the form are. A client secret is none of them: no secret is ever in a link. */
const servicePart = { note, name: z.string().max(200) };
const serviceParts = z.discriminatedUnion('kind', [
  z.strictObject({
    ...servicePart,
    kind: z.literal('appServices'),
    baseUrl: address,
    appId: z.string(),
    workspaceUrl: address.optional(),
  }),
  z.strictObject({
    ...servicePart,
    kind: z.literal('openIdConnect'),
    issuer: address,
    clientId: z.string(),
    scopes: listed,
    apiOrigins: listed,
    workspaceUrl: address.optional(),
    redirectPort: z
      .string()
      .regex(/^[1-9]\d{3,4}$/)
      .transform(Number)
      .optional(),
  }),
  z.strictObject({
    ...servicePart,
    kind: z.literal('website'),
    url: address,
    signInCookie: z.string().optional(),
    signInOrigins: listed,
  }),
]);

/** Undefined for whatever is not exactly one of the links that docs/links.md describes. */
export const linkIn = (text: string): Link | undefined => {
  const { asked, userId, query } = (text.length <= linkLimit ? shape.exec(text)?.groups : undefined) ?? {};
  const parts = asked === undefined ? undefined : partsOf(query ?? '');
  if (!parts) return undefined;
  switch (asked?.toLowerCase()) {
    case 'switch':
      return switchLink(userId, parts);
    case 'open':
      return openLink(userId, parts);
    default:
      return userId === undefined ? serviceLink(parts) : undefined;
  }
};

type Parts = Readonly<Record<string, string>>;

/** As forms write a query. Undefined where a name stands twice, for who reads it would have to choose. */
const partsOf = (query: string): Parts | undefined => {
  const parts = new Map<string, string>();
  for (const pair of query.split('&').filter(Boolean)) {
    const [name, ...value] = pair.split('=');
    const decoded = decodedText(name ?? '');
    const text = decodedText(value.join('='));
    if (decoded === undefined || text === undefined || parts.has(decoded)) return undefined;
    parts.set(decoded, text);
  }
  return Object.fromEntries(parts);
};

const decodedText = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
};

const switchLink = (id: string | undefined, parts: Parts): Link | undefined => {
  const userId = userIdSchema.safeParse(id);
  const parsed = switchParts.safeParse(parts);
  if (!userId.success || !parsed.success) return undefined;
  return { kind: 'switch', userId: userId.data, ...noted(parsed.data.note) };
};

const openLink = (id: string | undefined, parts: Parts): Link | undefined => {
  const userId = userIdSchema.safeParse(id);
  const parsed = openParts.safeParse(parts);
  if (!userId.success || !parsed.success) return undefined;
  const { address: to } = parsed.data;
  return {
    kind: 'open',
    userId: userId.data,
    ...(to === undefined ? {} : { address: to }),
    ...noted(parsed.data.note),
  };
};

const serviceLink = (parts: Parts): Link | undefined => {
  const parsed = serviceParts.safeParse(parts);
  if (!parsed.success) return undefined;
  const { note: text, ...described } = parsed.data;
  const bounded = serviceDraftSchema.safeParse(described);
  const draft = bounded.success ? checkedDraft(bounded.data) : undefined;
  return draft?.ok ? { kind: 'addService', draft: draft.value, ...noted(text) } : undefined;
};

/** As it may be shown: one line, and nothing in it that could rearrange what stands around it. */
const noted = (text: string | undefined): { readonly note?: string } => {
  const plain = plainText(text ?? '', noteLimit);
  return plain === '' ? {} : { note: plain };
};
