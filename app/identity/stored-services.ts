import { z } from 'zod';
import { parseVersioned, type Parsed, type Upgrades } from '../users/stored-registry.ts';
import { serviceIdSchema } from '../users/user.ts';
import {
  directoryService,
  type AppServicesService,
  type OpenIdConnectService,
  type WebsiteService,
} from './service.ts';

/** Format version of the file; a higher one was written by a newer Hotseat and is left alone. */
export const servicesVersion = 1;

export type AddedService = AppServicesService | OpenIdConnectService | WebsiteService;

/** A service of the person's, and whether it was removed and only waits for what is to be revoked there. */
export interface KeptService {
  readonly service: AddedService;
  readonly isRetired: boolean;
}

const id = serviceIdSchema.refine((text) => text !== directoryService.id);

const addedServiceSchema = z.discriminatedUnion('kind', [
  z.object({
    id,
    kind: z.literal('appServices'),
    name: z.string(),
    baseUrl: z.string(),
    appId: z.string(),
    workspaceUrl: z.string().optional(),
  }),
  z.object({
    id,
    kind: z.literal('openIdConnect'),
    name: z.string(),
    issuer: z.string(),
    clientId: z.string(),
    hasClientSecret: z.boolean(),
    scopes: z.array(z.string()).readonly(),
    apiOrigins: z.array(z.string()).readonly(),
    workspaceUrl: z.string().optional(),
    redirectPort: z.int().optional(),
    otherOrigins: z.array(z.string()).readonly(),
    ways: z.array(z.enum(['browser', 'deviceCode'])).readonly(),
  }),
  z.object({
    id,
    kind: z.literal('website'),
    name: z.string(),
    url: z.string(),
    signInCookie: z.string().optional(),
    signInOrigins: z.array(z.string()).readonly(),
  }),
]) satisfies z.ZodType<AddedService>;

const servicesSchema = z.object({
  version: z.literal(servicesVersion),
  services: z
    .array(z.object({ service: addedServiceSchema, isRetired: z.boolean() }))
    .refine(
      (services) => new Set(services.map(({ service }) => service.id)).size === services.length,
      'two services have one id',
    ),
});
export type StoredServices = z.infer<typeof servicesSchema>;

const upgrades: Upgrades = {};

export const parseServices = (raw: unknown): Parsed<StoredServices> =>
  parseVersioned(raw, { schema: servicesSchema, version: servicesVersion, upgrades });

export const storedServices = (services: readonly KeptService[]): StoredServices => ({
  version: servicesVersion,
  services: [...services],
});
