import { z } from 'zod';
import type { LogOutCause } from '../users/user.ts';

/** A user's tokens. Lives in the main process only; never cross a process boundary with one. */
export const sessionSchema = z.object({
  accessToken: z.string().min(1),
  refreshToken: z.string().min(1),
  /** Milliseconds since the epoch, by the service's word; absent where it did not say. */
  accessExpiresAtMs: z.number().optional(),
  refreshExpiresAtMs: z.number().optional(),
});
export type Session = z.infer<typeof sessionSchema>;

/** Taken for expired this long before it is, so that a token does not end on its way. */
const expiryMarginMs = 30_000;

export const isAccessFresh = (session: Session, nowMs: number): boolean =>
  session.accessExpiresAtMs === undefined || nowMs < session.accessExpiresAtMs - expiryMarginMs;

/** Why a service refused to refresh a session, as far as its own expiry tells. */
export const causeOfRefusal = ({ refreshExpiresAtMs }: Session, nowMs: number): LogOutCause =>
  refreshExpiresAtMs !== undefined && refreshExpiresAtMs <= nowMs ? 'sessionExpired' : 'sessionRevoked';
