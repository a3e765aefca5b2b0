import { z } from 'zod';
import { userIdSchema } from '../users/user.ts';

/** Why a page is not there: `crashed` and `unresponsive` are about its process, the others about its server. */
export const pageFailureSchema = z.enum([
  'offline',
  'unreachable',
  'timedOut',
  'certificate',
  'serverError',
  'crashed',
  'unresponsive',
]);
export type PageFailure = z.infer<typeof pageFailureSchema>;

export const downloadViewSchema = z.strictObject({
  id: z.string(),
  fileName: z.string(),
  receivedBytes: z.int().nonnegative(),
  /** Absent where the server does not say. */
  totalBytes: z.int().nonnegative().optional(),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
});
export type DownloadView = z.infer<typeof downloadViewSchema>;

/** A live workspace as the window's toolbar needs it. Never the address of a page, only its origin. */
export const workspaceViewSchema = z.strictObject({
  /** The user that the view belongs to for life. */
  id: userIdSchema,
  page: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('loading') }),
    z.strictObject({ kind: z.literal('shown') }),
    z.strictObject({ kind: z.literal('failed'), because: pageFailureSchema }),
  ]),
  title: z.string(),
  /** `builtIn`: the directory's own page. `local`: plain http on this computer. */
  origin: z
    .strictObject({ text: z.string(), security: z.enum(['builtIn', 'secure', 'local', 'insecure']) })
    .optional(),
  canGoBack: z.boolean(),
  canGoForward: z.boolean(),
  zoomPercent: z.int().positive(),
  found: z.strictObject({ active: z.int().nonnegative(), count: z.int().nonnegative() }).optional(),
  /** Has the page's own sign-in been checked against the user? */
  isVerified: z.boolean(),
  /** A host outside of the service that a link led to, and that was opened in the browser instead. */
  leftFor: z.string().optional(),
  downloads: z.array(downloadViewSchema).readonly(),
});
export type WorkspaceView = z.infer<typeof workspaceViewSchema>;

export const workspaceActionSchema = z.enum([
  'back',
  'forward',
  'reload',
  'stop',
  'home',
  'zoomIn',
  'zoomOut',
  'zoomReset',
  'print',
  /** Signs in on the page as the account: its sign-in page is opened with `login_hint`. */
  'signIn',
  /** Opens the address that was opened in the browser (`leftFor`) here after all. */
  'openHere',
  /** The person has read about it. */
  'dismissLeftFor',
  'focus',
]);
export type WorkspaceAction = z.infer<typeof workspaceActionSchema>;

/** In CSS pixels of the window, whatever its scale. */
export const boundsSchema = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().nonnegative().max(32_768),
  height: z.int().nonnegative().max(32_768),
});
