import { z } from 'zod';
import { givenColourCount, identityColourSchema } from '../users/identity-colour.ts';

/** What the file says it is. Version 1 is the only one so far (docs/settings.md). */
export const portableFormat = 'hotseat-accounts';
export const portableVersion = 1;

/** Larger than the list of a hundred thousand accounts. */
export const largestFileBytes = 32 * 1024 * 1024;

const text = z.string().max(1024);
const address = z.string().max(2048);
const identifier = z.string().max(512);

/** A service that the person has added: no client secret, and no origins that they have accepted on that computer. */
const portableServiceSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('appServices'),
    name: text,
    baseUrl: address,
    appId: identifier,
    workspaceUrl: address.optional(),
  }),
  z.strictObject({
    kind: z.literal('openIdConnect'),
    name: text,
    issuer: address,
    clientId: identifier,
    /** It had a client secret, which is not here. */
    needsClientSecret: z.boolean(),
    scopes: z.array(z.string().max(256)).max(64),
    apiOrigins: z.array(address).max(64),
    workspaceUrl: address.optional(),
    redirectPort: z.int().min(1024).max(65_535).optional(),
    ways: z.array(z.enum(['browser', 'deviceCode'])).max(2),
  }),
  z.strictObject({
    kind: z.literal('website'),
    name: text,
    url: address,
    signInCookie: z.string().max(256).optional(),
    signInOrigins: z.array(address).max(64),
  }),
]);
export type PortableService = z.infer<typeof portableServiceSchema>;

export const portableAccountSchema = z.strictObject({
  /** Place of its service in `services`, from 0. */
  service: z.int().nonnegative(),
  /** The service's own id of the account. */
  subject: text.min(1),
  email: text.optional(),
  name: text.optional(),
  nickname: text.optional(),
  colour: z
    .int()
    .nonnegative()
    .max(givenColourCount - 1),
  /** The person’s own, in place of that. */
  chosenColour: identityColourSchema.optional(),
});
export type PortableAccount = z.infer<typeof portableAccountSchema>;

/** The file as a whole; the accounts in their order on screen. */
export const portableFileSchema = z.strictObject({
  format: z.literal(portableFormat),
  version: z.literal(portableVersion),
  services: z.array(portableServiceSchema).max(1_000),
  accounts: z.array(portableAccountSchema).max(100_000),
});
export type PortableFile = z.infer<typeof portableFileSchema>;
