import { z } from 'zod';
import { updateFaultSchema, updatesOffReasonSchema } from '../contract/update-views.ts';
import { versionSchema } from './crash-record.ts';

/** Every check, in the order of their numbers. People name those to each other, so a new check comes last. */
export const checkNames = [
  'folder',
  'files',
  'keyring',
  'services',
  'clock',
  'proxy',
  'policy',
  'updates',
  'disk',
  'system',
  'crashes',
] as const;
export const checkNameSchema = z.enum(checkNames);
export type CheckName = z.infer<typeof checkNameSchema>;

/** The folders of Hotseat's own that are looked at; `profile` is the one that they are in. */
export const folderNameSchema = z.enum([
  'profile',
  'registry',
  'sessions',
  'revocations',
  'removals',
  'secrets',
  'services',
  'settings',
  'workspaces',
  'locks',
  'audit',
  'requests',
  'receipts',
  'webSessionEnds',
  'updates',
  'window',
  'directory',
  'logs',
]);
export type FolderName = z.infer<typeof folderNameSchema>;

const folders = z.array(folderNameSchema).min(1).readonly();

export const serviceReachSchema = z.enum(['reached', 'unreachable', 'tooLate', 'certificate', 'insecure']);
export type ServiceReach = z.infer<typeof serviceReachSchema>;

/** What a service came to. It is its place in the list, from 1, unless the person wants its address to be said. */
const serviceSchema = z.strictObject({
  number: z.int().positive(),
  kind: z.enum(['directory', 'appServices', 'openIdConnect', 'website']),
  reach: serviceReachSchema,
  address: z.string().optional(),
});
export type CheckedService = z.infer<typeof serviceSchema>;
const services = z.array(serviceSchema).readonly();

const offBySeconds = z.int().nonnegative();
const origin = z.string().optional();
const checkedAt = z.iso.datetime().optional();
/** What a system calls itself, or a program. */
const word = z.string().regex(/^[\w.:+ -]{0,60}$/);

/**
 * What a check came to: a code, and what was measured. Nothing in it is free text from elsewhere. `verdictOf` says
 * what a code is worth.
 */
export const findingSchema = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('folderSound') }),
  /** Others on this computer may look into it. */
  z.strictObject({ code: z.literal('folderOpen'), folders }),
  z.strictObject({ code: z.literal('folderNotOwn'), folders }),
  z.strictObject({ code: z.literal('folderNotWritable'), folders }),

  z.strictObject({ code: z.literal('filesSound'), files: z.int().nonnegative() }),
  z.strictObject({ code: z.literal('filesDamaged'), folders, files: z.int().positive() }),
  z.strictObject({ code: z.literal('filesUnreadable'), folders, files: z.int().positive() }),
  /** A newer Hotseat wrote the list of accounts. */
  z.strictObject({ code: z.literal('filesNewer') }),
  /** The disk says something else than what this Hotseat goes by. */
  z.strictObject({ code: z.literal('filesDisagree') }),

  z.strictObject({
    code: z.literal('keyringProtects'),
    by: z.enum(['keychain', 'dataProtection', 'secretService']),
  }),
  /** Another one is there than the one that sealed what is on disk. */
  z.strictObject({ code: z.literal('keyringOther') }),
  z.strictObject({ code: z.literal('keyringAbsent') }),
  z.strictObject({ code: z.literal('keyringNotWanted') }),
  z.strictObject({ code: z.literal('keyringSilent') }),

  z.strictObject({ code: z.literal('servicesReached'), services }),
  z.strictObject({ code: z.literal('servicesMissing'), services }),
  /** The computer has no network, so none was asked but the one on it. */
  z.strictObject({ code: z.literal('servicesOffline'), services }),

  z.strictObject({ code: z.literal('clockAgrees'), offBySeconds }),
  z.strictObject({ code: z.literal('clockOff'), offBySeconds, is: z.enum(['ahead', 'behind']) }),
  /** No service said what time it is. */
  z.strictObject({ code: z.literal('clockUnknown') }),

  z.strictObject({ code: z.literal('proxyNone') }),
  z.strictObject({
    code: z.literal('proxyUsed'),
    kinds: z
      .array(z.enum(['http', 'https', 'socks', 'other']))
      .min(1)
      .readonly(),
  }),

  z.strictObject({ code: z.literal('policyNone') }),
  z.strictObject({ code: z.literal('policyHolds'), keys: z.int().nonnegative() }),
  z.strictObject({ code: z.literal('policyUnknownKeys'), unknownKeys: z.int().positive() }),
  z.strictObject({ code: z.literal('policyBroken') }),

  z.strictObject({ code: z.literal('updatesOff'), because: updatesOffReasonSchema, origin }),
  z.strictObject({ code: z.literal('updatesOn'), origin, checkedAt }),
  z.strictObject({ code: z.literal('updateWaits'), origin, version: versionSchema }),
  z.strictObject({ code: z.literal('updateNeedsSystem'), origin, version: versionSchema }),
  /** Their server could not be reached; the next check comes by itself. */
  z.strictObject({ code: z.literal('updatesUnreached'), origin, checkedAt }),
  z.strictObject({
    code: z.literal('updatesFailed'),
    origin,
    during: z.enum(['check', 'download', 'install']),
    because: updateFaultSchema,
    checkedAt,
  }),

  z.strictObject({ code: z.literal('diskRoomy'), freeMegabytes: z.int().nonnegative() }),
  z.strictObject({ code: z.literal('diskLow'), freeMegabytes: z.int().nonnegative() }),
  z.strictObject({ code: z.literal('diskFull'), freeMegabytes: z.int().nonnegative() }),

  z.strictObject({
    code: z.literal('systemKnown'),
    hotseat: versionSchema,
    isPackaged: z.boolean(),
    electron: versionSchema,
    chromium: versionSchema,
    node: versionSchema,
    platform: z.enum(['linux', 'darwin', 'win32']),
    release: word,
    architecture: word,
    session: z.enum(['x11', 'wayland', 'tty', 'other']),
    desktop: word,
    displays: z.int().nonnegative(),
  }),

  z.strictObject({ code: z.literal('crashesNone'), days: z.int().positive() }),
  z.strictObject({
    code: z.literal('crashesSeen'),
    days: z.int().positive(),
    crashes: z.int().nonnegative(),
    /** Runs that never came to their end. */
    unfinished: z.int().nonnegative(),
  }),

  /** It took too long, or failed itself. */
  z.strictObject({
    code: z.literal('unanswered'),
    check: checkNameSchema,
    because: z.enum(['tooLate', 'unexpected']),
  }),
]);
export type Finding = z.infer<typeof findingSchema>;
export type FindingCode = Finding['code'];
