import { z } from 'zod';
import { chordSchema } from '../surfaces/chord.ts';
import { surfaceCommandSchema } from '../surfaces/surface-commands.ts';
import { userCommandSchema } from '../surfaces/user-commands.ts';
import { identityColourSchema } from '../users/identity-colour.ts';
import { listPlaceSchema } from '../users/reordering.ts';
import { serviceIdSchema, userIdSchema } from '../users/user.ts';
import { auditEntrySchema, auditVerdictSchema } from './audit-views.ts';
import { accountDetailsSchema, apiKeyViewSchema, serviceOfferSchema, snapshotSchema } from './views.ts';
import { settingsSchema } from '../settings/settings.ts';
import { markPictureSchema } from './mark-picture.ts';
import { exportedAccountsSchema, importPreviewSchema } from './portable-views.ts';
import { diagnosisViewSchema } from './diagnosis-views.ts';
import { removalReceiptSchema } from './removal-views.ts';
import { answerSchema, outgoingRequestSchema, requestBookSchema } from './request-views.ts';
import { capturedKeySchema, keyChangeSchema } from './key-views.ts';
import { foundViewSchema } from './quick-switcher-views.ts';
import { serviceDraftSchema } from './service-draft.ts';
import { severalLimit, severalResultSchema } from './several-views.ts';
import { boundsSchema, workspaceActionSchema } from './workspace-views.ts';

/** Bounds of what may come from the window. The service has rules of its own beyond them. */
const email = z.string().min(1).max(320);
const password = z.string().min(1).max(1024);
const personName = z.string().max(200);
const attemptId = z.string().min(1).max(64);
const userOnly = z.strictObject({ userId: userIdSchema });
const severalUsers = z.strictObject({ userIds: z.array(userIdSchema).min(1).max(severalLimit).readonly() });
const nothing = z.undefined();
const unlockSecret = z.string().max(1024);

/** Long enough for an API key and for a JWT. */
const token = z.string().min(1).max(16_384);
const tokenId = z.string().min(1).max(1024);
const keyName = z.string().min(1).max(200);
const keyId = z.string().min(1).max(256);
const linkId = z.string().min(1).max(64);
const requestId = z.string().min(1).max(64);

const logInMethod = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('emailPassword'), email, password }),
  z.strictObject({ kind: z.literal('anonymous'), isReused: z.boolean() }),
  z.strictObject({ kind: z.literal('apiKey'), key: token }),
  z.strictObject({ kind: z.literal('customToken'), token }),
  z.strictObject({ kind: z.literal('customFunction'), arguments: z.record(z.string().max(256), z.json()) }),
  z.strictObject({ kind: z.literal('browser') }),
  z.strictObject({ kind: z.literal('deviceCode') }),
  /** A website: the person says who they are, and then that they are signed in. */
  z.strictObject({ kind: z.literal('website'), name: personName }),
]);

const emailPasswordRequest = z.discriminatedUnion('kind', [
  /** Registers without logging in: for a way in that is about to be linked. */
  z.strictObject({ kind: z.literal('register'), email, password }),
  z.strictObject({ kind: z.literal('confirm'), token, tokenId }),
  z.strictObject({ kind: z.literal('sendConfirmation'), email }),
  z.strictObject({ kind: z.literal('callConfirmation'), email }),
  z.strictObject({ kind: z.literal('sendReset'), email }),
  z.strictObject({ kind: z.literal('reset'), token, tokenId, password }),
  z.strictObject({
    kind: z.literal('callReset'),
    email,
    password,
    arguments: z.array(z.json()).max(16),
  }),
]);

const origins = z.array(z.string().max(2048)).max(16);

/** Who is in after a login; `inactive` when the person has switched meanwhile, so that it is only offered. */
const seated = z.strictObject({ userId: userIdSchema, seat: z.enum(['active', 'inactive']) });

/**
 * Every command of the window, once: its input, and its output when it succeeds. Adding one is a line here, a
 * line in main's table (exhaustive by type), and the call.
 */
export const commands = {
  readSnapshot: { input: nothing, output: snapshotSchema },
  logIn: {
    input: z.strictObject({
      attemptId,
      serviceId: serviceIdSchema,
      method: logInMethod,
      /** Logging in again as this user: any other identity is refused. */
      expectedUserId: userIdSchema.optional(),
    }),
    output: seated,
  },
  createAccount: {
    input: z.strictObject({
      attemptId,
      serviceId: serviceIdSchema,
      email,
      password,
      name: personName.optional(),
    }),
    output: seated,
  },
  /** Cancels a login of the window that has not finished; nothing happens to one that has. */
  cancelLogIn: { input: z.strictObject({ attemptId }), output: nothing },
  /** The person says that they have signed in on the page that a login waits for. */
  confirmSignedIn: { input: z.strictObject({ attemptId }), output: nothing },
  /** Opens the page that a login waits for in the browser once more, or puts its address into the clipboard. */
  openLogInPage: {
    input: z.strictObject({ attemptId, in: z.enum(['browser', 'clipboard']) }),
    output: nothing,
  },
  /** Confirmation and password reset of an e-mail and password account; nobody needs to be logged in. */
  requestForEmail: {
    input: z.strictObject({ serviceId: serviceIdSchema, request: emailPasswordRequest }),
    output: nothing,
  },
  switchTo: { input: userOnly, output: nothing },
  /** What the quick switcher shows for a text, best first; nothing of it has happened. */
  findByText: {
    input: z.strictObject({ text: z.string().max(200) }),
    output: z.array(foundViewSchema).readonly(),
  },
  /** Does what a key or a menu would. */
  performCommand: { input: z.strictObject({ command: surfaceCommandSchema }), output: nothing },
  performForUser: {
    input: z.strictObject({ command: userCommandSchema, userId: userIdSchema }),
    output: nothing,
  },
  /** As a row of the list is chosen: switches, or has the window ask for what that takes, and say what failed. */
  choose: { input: userOnly, output: nothing },
  /** The small window of the quick switcher has nothing more to do. */
  leaveQuickWindow: { input: nothing, output: nothing },
  /** Takes effect even where it cannot be saved. */
  lock: { input: userOnly, output: nothing },
  lockAll: { input: nothing, output: nothing },
  /** Proves the person and switches to the user. */
  unlock: {
    input: z.strictObject({ userId: userIdSchema, secret: unlockSecret }),
    output: nothing,
  },
  /** The system asks the person; for who has chosen that. */
  unlockByTouchId: { input: userOnly, output: nothing },
  /** A PIN or passphrase, in place of one that there was; for a user who is not locked. */
  setUpUnlocking: {
    input: z.strictObject({
      userId: userIdSchema,
      kind: z.enum(['pin', 'passphrase']),
      secret: unlockSecret,
      /** Touch ID does as well. False takes it away. */
      mayUseTouchId: z.boolean(),
    }),
    output: nothing,
  },
  giveUpUnlocking: { input: userOnly, output: nothing },
  lockWhenLeft: {
    input: z.strictObject({ userId: userIdSchema, isLockedWhenLeft: z.boolean() }),
    output: nothing,
  },
  logOut: { input: userOnly, output: nothing },
  rename: {
    input: z.strictObject({ userId: userIdSchema, nickname: personName.optional() }),
    output: nothing,
  },
  /** Without a colour, the account wears the one that Hotseat gave it. */
  chooseColour: {
    input: z.strictObject({ userId: userIdSchema, colour: identityColourSchema.optional() }),
    output: nothing,
  },
  /** The person's own reordering of the list. */
  moveUser: { input: z.strictObject({ userId: userIdSchema, place: listPlaceSchema }), output: nothing },
  remove: { input: userOnly, output: nothing },
  /** Deletes the account at its service with that user's own token, then removes the user. */
  deleteAccount: { input: userOnly, output: nothing },
  /** Runs a function of the service as the named user, active or not. */
  callFunction: {
    input: z.strictObject({
      userId: userIdSchema,
      name: z.string().min(1).max(128),
      arguments: z.array(z.json()).max(16),
    }),
    output: z.json(),
  },
  readAccountDetails: { input: userOnly, output: accountDetailsSchema },
  /** Asks the service for the user's profile and custom data as they are now. */
  refreshProfile: { input: userOnly, output: accountDetailsSchema },
  /** Adds a way in to the named user, with that user's own token, whoever is active. */
  linkIdentity: {
    input: z.strictObject({ userId: userIdSchema, method: logInMethod }),
    output: accountDetailsSchema,
  },
  /** Ends the issuer's session in the system browser, so that the next login there asks who it is. */
  endBrowserSession: { input: userOnly, output: nothing },

  listApiKeys: { input: userOnly, output: z.array(apiKeyViewSchema).readonly() },
  /** The key itself goes to the clipboard, for a minute; it never reaches the window. */
  createApiKey: { input: z.strictObject({ userId: userIdSchema, name: keyName }), output: apiKeyViewSchema },
  setApiKeyEnabled: {
    input: z.strictObject({ userId: userIdSchema, keyId, isEnabled: z.boolean() }),
    output: nothing,
  },
  deleteApiKey: { input: z.strictObject({ userId: userIdSchema, keyId }), output: nothing },

  /** Asks the service whether it is there, speaks its protocol, and what it offers. Changes nothing. */
  checkService: {
    input: z.strictObject({ draft: serviceDraftSchema, serviceId: serviceIdSchema.optional() }),
    output: serviceOfferSchema,
  },
  /** Checks and adds it. `otherOrigins` are those of the offer, seen by the person. */
  addService: {
    input: z.strictObject({ draft: serviceDraftSchema, otherOrigins: origins }),
    output: z.strictObject({ serviceId: serviceIdSchema }),
  },
  /** A service that has accounts keeps its address, app id, issuer, client and API origins. */
  editService: {
    input: z.strictObject({
      serviceId: serviceIdSchema,
      draft: serviceDraftSchema,
      otherOrigins: origins,
    }),
    output: nothing,
  },
  /** Removes its accounts from this computer first, then the service. */
  removeService: { input: z.strictObject({ serviceId: serviceIdSchema }), output: nothing },

  /** Where the window shows the active user's workspace, if it does, and whether something of its own is over it. */
  placeWorkspace: {
    input: z.strictObject({ bounds: boundsSchema.optional(), isCovered: z.boolean() }),
    output: nothing,
  },
  driveWorkspace: {
    input: z.strictObject({ workspaceId: userIdSchema, action: workspaceActionSchema }),
    output: nothing,
  },
  /** The count of what is found comes with the workspace; an empty text ends the search. */
  findInWorkspace: {
    input: z.strictObject({
      workspaceId: userIdSchema,
      text: z.string().max(1024),
      direction: z.enum(['first', 'next', 'previous']),
    }),
    output: nothing,
  },
  /** Cancels a running download, shows a finished one in its folder, or takes it off the list. */
  handleDownload: {
    input: z.strictObject({
      workspaceId: userIdSchema,
      downloadId: z.string().max(64),
      action: z.enum(['cancel', 'show', 'dismiss']),
    }),
    output: nothing,
  },

  /**
   * Sends a request to the named user's own service, with that user's own token, whoever is active. Parts of the
   * answer are pushed as they come. Sent as several users, each is a command with the same `requestId`.
   */
  sendRequest: {
    input: z.strictObject({ requestId, userId: userIdSchema, request: outgoingRequestSchema }),
    output: answerSchema,
  },
  /** All of its users' that are still under way. */
  cancelRequest: { input: z.strictObject({ requestId }), output: nothing },
  readRequestBook: { input: z.strictObject({ serviceId: serviceIdSchema }), output: requestBookSchema },
  saveRequest: {
    input: z.strictObject({
      serviceId: serviceIdSchema,
      name: z.string().min(1).max(200),
      request: outgoingRequestSchema,
    }),
    output: nothing,
  },
  forgetRequest: {
    input: z.strictObject({ serviceId: serviceIdSchema, id: z.string().max(64) }),
    output: nothing,
  },
  clearPastRequests: { input: z.strictObject({ serviceId: serviceIdSchema }), output: nothing },
  /** Into the clipboard, with a command in the token's place that fetches it when it runs. */
  copyAsCurl: {
    input: z.strictObject({ userId: userIdSchema, request: outgoingRequestSchema }),
    output: nothing,
  },

  /** For each of several what the command for one does; what came of it is in the output. */
  lockUsers: { input: severalUsers, output: severalResultSchema },
  logOutUsers: { input: severalUsers, output: severalResultSchema },
  /** As `removeAll`, for those; where something of them cannot be erased, that failure is the answer. */
  removeUsers: { input: severalUsers, output: severalResultSchema },
  /** Removes every account from this computer; how far it is, is pushed. */
  removeAll: { input: nothing, output: nothing },
  /** Newest first. */
  listRemovals: { input: nothing, output: z.array(removalReceiptSchema).readonly() },
  /** Finished ones only. */
  forgetRemovals: { input: nothing, output: nothing },

  /** Looks for a newer version now; what came of it is in the view. */
  checkForUpdates: { input: nothing, output: nothing },
  /** Begins to download what was found; progress and end are in the view. */
  downloadUpdate: { input: nothing, output: nothing },
  cancelUpdate: { input: nothing, output: nothing },
  /** Quits, puts the downloaded version in place, and starts it. */
  installUpdate: { input: nothing, output: nothing },

  /** Newest first, as many as a person looks through. */
  listAudit: { input: nothing, output: z.array(auditEntrySchema).readonly() },
  verifyAudit: { input: nothing, output: auditVerdictSchema },
  /** Into a file that the person chooses. */
  exportAudit: { input: nothing, output: nothing },

  /** Makes every check; takes some seconds where something does not answer. */
  runDiagnosis: { input: nothing, output: diagnosisViewSchema },
  /** What was shown last, into a file that the person chooses. */
  saveDiagnosis: { input: z.strictObject({ withAddresses: z.boolean() }), output: nothing },

  /** Into a file that the person chooses. */
  exportAccounts: { input: nothing, output: exportedAccountsSchema },
  /** Reads a file that the person chooses, and says what an import of it would do. Changes nothing. */
  openAccountList: { input: nothing, output: importPreviewSchema },
  /** Adds what was previewed: services, and accounts as Logged out. */
  importAccounts: {
    input: z.strictObject({ previewId: z.string().min(1).max(64) }),
    output: z.strictObject({ added: z.int().nonnegative() }),
  },
  /** Removes what the last import added, but for those who have logged in since. */
  takeImportBack: { input: nothing, output: nothing },

  changeSettings: {
    // Keys have a command of their own, which looks for conflicts.
    input: settingsSchema
      .omit({ keys: true })
      .partial()
      .refine((changed) => Object.values(changed).some((value) => value !== undefined), 'nothing is changed'),
    output: nothing,
  },

  /** The next key that the person presses: it does nothing else. Answers when it is pressed. */
  captureKey: { input: nothing, output: capturedKeySchema },
  cancelKeyCapture: { input: nothing, output: nothing },
  /** Gives a command a key, none, or its own again; what is in the way is said, and then nothing has changed. */
  changeKey: {
    input: z.strictObject({
      command: surfaceCommandSchema,
      wanted: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('key'), key: chordSchema }),
        z.strictObject({ kind: z.enum(['none', 'default']) }),
      ]),
    }),
    output: keyChangeSchema,
  },
  resetKeys: { input: nothing, output: nothing },

  /** Looks at the key store again, for a person who has just unlocked or installed one. */
  checkSessionStorage: { input: nothing, output: nothing },
  /** For who knows that the key store of before will not come back: the directory signs with a key of this one. */
  beginWithNewKey: { input: nothing, output: nothing },
  /** Yes, or no, to what a link asks for. */
  followLink: { input: z.strictObject({ linkId }), output: nothing },
  dismissLink: { input: z.strictObject({ linkId }), output: nothing },
  /** What the tray and the taskbar show of whoever is active. */
  keepMarkPicture: { input: markPictureSchema, output: nothing },
  dismissNotice: { input: z.strictObject({ noticeId: z.string().max(64) }), output: nothing },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;

export type CommandName = keyof typeof commands;
export type CommandInput<Name extends CommandName> = z.infer<(typeof commands)[Name]['input']>;
export type CommandOutput<Name extends CommandName> = z.infer<(typeof commands)[Name]['output']>;
