import { z } from 'zod';
import { settingsSchema } from '../settings/settings.ts';
import { spokenLanguages } from '../text/language.ts';
import { openedSchema } from '../surfaces/surface-commands.ts';
import { openedForUserSchema } from '../surfaces/user-commands.ts';
import { identityColourSchema } from '../users/identity-colour.ts';
import { serviceIdSchema, userIdSchema } from '../users/user.ts';
import { deskViewSchema } from './desk-views.ts';
import { linkAskSchema, linkRefusalSchema } from './link-views.ts';
import { keysViewSchema } from './key-views.ts';
import { answerPartSchema } from './request-views.ts';
import { updateViewSchema } from './update-views.ts';
import { workspaceViewSchema } from './workspace-views.ts';

export const attentionReasonSchema = z.enum([
  'sessionExpired',
  'sessionRevoked',
  'sessionEndsSoon',
  'unreachable',
  'sessionNotSaved',
  'keyringUnavailable',
]);
export type AttentionReason = z.infer<typeof attentionReasonSchema>;

/**
 * A user as the window sees it. Active or Inactive is not in it: that follows from the snapshot's `activeId`, so
 * that a switch sends no users.
 */
export const userViewSchema = z.strictObject({
  id: userIdSchema,
  serviceId: serviceIdSchema,
  /** The account name, with what tells it apart where two are equal. */
  name: z.string(),
  nickname: z.string().optional(),
  email: z.string().optional(),
  isAnonymous: z.boolean(),
  state: z.enum(['authenticated', 'loggedOut']),
  isLocked: z.boolean(),
  /** What opens the lock, or would; `logIn`: nothing but the service does. */
  unlockWith: z.enum(['pin', 'passphrase', 'logIn']).optional(),
  /** Touch ID opens the lock too, as long as the rules let it (`offersTouchId` of the desk). */
  unlocksWithTouchId: z.boolean(),
  isLockedWhenLeft: z.boolean(),
  attention: z.array(attentionReasonSchema).readonly(),
  initials: z.string(),
  /** The one that it wears, in every surface. */
  colour: identityColourSchema,
  /** Or was it left to Hotseat? */
  isColourChosen: z.boolean(),
});
export type UserView = z.infer<typeof userViewSchema>;

const openIdConnectWay = z.enum(['browser', 'deviceCode']);

/** A service as the window sees it; a client secret never leaves main. */
export const serviceViewSchema = z.discriminatedUnion('kind', [
  z.strictObject({ id: serviceIdSchema, kind: z.literal('directory'), name: z.string() }),
  z.strictObject({
    id: serviceIdSchema,
    kind: z.literal('appServices'),
    name: z.string(),
    baseUrl: z.string(),
    appId: z.string(),
    workspaceUrl: z.string().optional(),
  }),
  z.strictObject({
    id: serviceIdSchema,
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
    ways: z.array(openIdConnectWay).readonly(),
  }),
  z.strictObject({
    id: serviceIdSchema,
    kind: z.literal('website'),
    name: z.string(),
    url: z.string(),
    signInCookie: z.string().optional(),
    signInOrigins: z.array(z.string()).readonly(),
  }),
]);
export type ServiceView = z.infer<typeof serviceViewSchema>;

/** What a service said when it was asked whether it may be added. */
export const serviceOfferSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('appServices'),
    /** Origin that all calls but the first go to. */
    hostname: z.string(),
  }),
  z.strictObject({
    kind: z.literal('openIdConnect'),
    ways: z.array(openIdConnectWay).readonly(),
    /** Origins beside the issuer's own that its sign-ins go to. */
    otherOrigins: z.array(z.string()).readonly(),
    /** Does it revoke tokens when somebody logs out (RFC 7009)? */
    revokesTokens: z.boolean(),
    /** Can it end its own session in the browser? */
    endsBrowserSession: z.boolean(),
    /** The scopes that were asked for and that it has. */
    scopes: z.array(z.string()).readonly(),
  }),
  /** Nothing is asked of a website but whether something answers there. */
  z.strictObject({ kind: z.literal('website'), origin: z.string() }),
]);
export type ServiceOffer = z.infer<typeof serviceOfferSchema>;

/** What a login under way waits for the person to do. */
export const logInStepViewSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('browser') }),
  z.strictObject({
    kind: z.literal('deviceCode'),
    userCode: z.string(),
    verificationUrl: z.string(),
    completeUrl: z.string().optional(),
    expiresAtMs: z.number(),
  }),
  /** The page of a website waits for the person to sign in there, in this workspace. */
  z.strictObject({ kind: z.literal('page'), workspaceId: userIdSchema }),
]);
export type LogInStepView = z.infer<typeof logInStepViewSchema>;

/** More about one user than a row needs; fetched when somebody looks. */
export const accountDetailsSchema = z.strictObject({
  subject: z.string(),
  identities: z.array(z.strictObject({ id: z.string(), providerType: z.string() })).readonly(),
  /** Custom data of the App Services protocol, as JSON. */
  customData: z.record(z.string(), z.json()).optional(),
  /** Milliseconds since the epoch; absent where the service does not say, or nobody is signed in. */
  sessionEndsAtMs: z.number().optional(),
});
export type AccountDetails = z.infer<typeof accountDetailsSchema>;

export const apiKeyViewSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  isDisabled: z.boolean(),
});
export type ApiKeyView = z.infer<typeof apiKeyViewSchema>;

/** How sessions are kept right now. `unprotected`: no key store holds, so they live in memory only. */
export const sessionStorageViewSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('checking') }),
  z.strictObject({
    kind: z.literal('protected'),
    by: z.enum(['keychain', 'dataProtection', 'secretService']),
    /** Another key store is there than the one that sealed what is on disk. */
    isAnother: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('unprotected') }),
  /** A policy keeps sessions in memory. */
  z.strictObject({ kind: z.literal('inMemoryByRule') }),
]);
export type SessionStorageView = z.infer<typeof sessionStorageViewSchema>;

/** Something that happened to what is stored, told once and kept until the person has read it. */
export const noticeSchema = z.strictObject({
  id: z.string(),
  /**
   * `recovered`: a damaged file was replaced by its previous generation; `lost`: there was none; both keep the
   * damaged file aside. `unreadable`: damaged or refused, and left in its place as it is. `newerVersion`: a newer
   * Hotseat wrote it, so nothing is changed. `failsClosed`: nothing is known of it, so the strictest holds.
   */
  kind: z.enum(['recovered', 'lost', 'unreadable', 'newerVersion', 'notSaved', 'failsClosed']),
  what: z.enum([
    'accounts',
    'someAccounts',
    'activeAccount',
    'settings',
    'services',
    'session',
    'directory',
    'requests',
    'removals',
    'policy',
  ]),
});
export type Notice = z.infer<typeof noticeSchema>;

export const snapshotSchema = z.strictObject({
  revision: z.int().nonnegative(),
  /** In the order on screen. */
  users: z.array(userViewSchema).readonly(),
  activeId: userIdSchema.optional(),
  /** Who was active last, where nobody is: their session may have ended before the window was there. */
  lastActiveId: userIdSchema.optional(),
  services: z.array(serviceViewSchema).readonly(),
  workspaces: z.array(workspaceViewSchema).readonly(),
  settings: settingsSchema,
  keys: keysViewSchema,
  desk: deskViewSchema,
  updates: updateViewSchema,
  sessionStorage: sessionStorageViewSchema,
  notices: z.array(noticeSchema).readonly(),
  /** The person is elsewhere, and what the window shows is covered. */
  isCurtainDown: z.boolean(),
  /** The language that is spoken now. */
  language: z.enum(spokenLanguages),
  /** What a link asks for, while the person has not answered. */
  linkAsk: linkAskSchema.optional(),
  platform: z.enum(['linux', 'darwin', 'win32']),
  version: z.string(),
});
export type Snapshot = z.infer<typeof snapshotSchema>;

/** One step from `revision` − 1 to `revision`. What is absent did not change; on a gap a snapshot is fetched. */
export const changeSchema = z.strictObject({
  revision: z.int().positive(),
  /** Added and changed users only. */
  users: z.array(userViewSchema).readonly().optional(),
  /** The whole order on screen, sent only when users were added, removed or moved, or are grouped otherwise. */
  order: z.array(userIdSchema).readonly().optional(),
  active: z.strictObject({ id: userIdSchema.optional() }).optional(),
  /** All of them, when one was added, edited or removed. */
  services: z.array(serviceViewSchema).readonly().optional(),
  /** All of them, when one was opened, closed, or looks different. */
  workspaces: z.array(workspaceViewSchema).readonly().optional(),
  settings: settingsSchema.optional(),
  keys: keysViewSchema.optional(),
  desk: deskViewSchema.optional(),
  updates: updateViewSchema.optional(),
  sessionStorage: sessionStorageViewSchema.optional(),
  notices: z.array(noticeSchema).readonly().optional(),
  isCurtainDown: z.boolean().optional(),
  language: z.enum(spokenLanguages).optional(),
  link: z.strictObject({ ask: linkAskSchema.optional() }).optional(),
});
export type Change = z.infer<typeof changeSchema>;

/** What main pushes: a change of state, a step of long work, or a key pressed anywhere that the window answers. */
export const pushSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('change'), change: changeSchema }),
  z.strictObject({
    kind: z.literal('open'),
    what: openedSchema,
  }),
  /** Who would be active if the person let go now; without `preview` nobody chooses any more. */
  z.strictObject({
    kind: z.literal('cycling'),
    preview: z
      .strictObject({
        /** By recent use; all of them may become active. */
        userIds: z.array(userIdSchema).readonly(),
        previewedId: userIdSchema.optional(),
      })
      .optional(),
  }),
  /** A digit was pressed on a row that is logged out: the surface opens log in again. */
  z.strictObject({ kind: z.literal('logInAgain'), userId: userIdSchema }),
  /**
   * Something else about one account is asked for: a key, a menu or a switch came to a lock, or asked to lock who has
   * nothing to unlock with yet.
   */
  z.strictObject({ kind: openedForUserSchema.exclude(['logInAgain']), userId: userIdSchema }),
  /** A login of the window goes on elsewhere. */
  z.strictObject({ kind: z.literal('logInStep'), attemptId: z.string(), step: logInStepViewSchema }),
  /** What a workspace showed when it went behind something of the window; a picture as a data URL. */
  z.strictObject({ kind: z.literal('workspaceStill'), workspaceId: userIdSchema, image: z.string() }),
  /** More of an answer that is still arriving. */
  z.strictObject({
    kind: z.literal('answerPart'),
    requestId: z.string(),
    userId: userIdSchema,
    part: answerPartSchema,
  }),
  /** A link that nobody is asked about. */
  z.strictObject({ kind: z.literal('linkRefused'), because: linkRefusalSchema }),
  z.strictObject({ kind: z.literal('removalProgress'), done: z.int(), total: z.int() }),
  /** A switch by key failed. */
  z.strictObject({ kind: z.literal('switchFailed'), userId: userIdSchema, code: z.string() }),
]);
export type Push = z.infer<typeof pushSchema>;
