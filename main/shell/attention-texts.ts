import type { AttentionNotice } from './attention-notices.ts';

export interface NotificationText {
  readonly title: string;
  readonly body: string;
}

/** What the notification says. */
export const notificationText = ({ name, reason }: AttentionNotice): NotificationText => ({
  title: name === undefined ? 'An account needs you' : `${name} needs you`,
  body: bodies[reason],
});

const bodies: Readonly<Record<AttentionNotice['reason'], string>> = {
  sessionExpired: 'The session has run out. Log in again to go on.',
  sessionRevoked: 'The service ended the session. Log in again to go on.',
  sessionEndsSoon: 'The session ends soon. Log in again to keep it.',
  unreachable: 'The service cannot be reached at the moment.',
  sessionNotSaved: 'The session is in memory only.',
  keyringUnavailable: 'The keyring is locked or away. Unlock it, then check again.',
};

/** What its button says, where there is something to be done in Hotseat. */
export const notificationAction = ({ reason }: AttentionNotice): string | undefined =>
  reason === 'sessionExpired' || reason === 'sessionRevoked' ? 'Log In Again' : undefined;
