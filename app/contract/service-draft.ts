import { z } from 'zod';

/** Bounds of what may come from the window; what the fields mean is checked by main, with a sentence for each. */
const name = z.string().max(200);
const address = z.string().max(2048);
const identifier = z.string().max(512);

/** A service as a person describes it, before it has an id. */
export const serviceDraftSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('appServices'),
    name,
    baseUrl: address,
    appId: identifier,
    workspaceUrl: address.optional(),
  }),
  z.strictObject({
    kind: z.literal('openIdConnect'),
    name,
    issuer: address,
    clientId: identifier,
    /** Absent keeps the one that is there, empty takes it away. */
    clientSecret: z.string().max(2048).optional(),
    scopes: z.array(z.string().max(256)).max(32),
    apiOrigins: z.array(address).max(16),
    workspaceUrl: address.optional(),
    redirectPort: z.int().min(1024).max(65_535).optional(),
  }),
  z.strictObject({
    kind: z.literal('website'),
    name,
    url: address,
    signInCookie: z.string().max(256).optional(),
    signInOrigins: z.array(address).max(16),
  }),
]);
export type ServiceDraft = z.infer<typeof serviceDraftSchema>;
