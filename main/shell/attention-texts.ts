import type { AttentionNotice } from './attention-notices.ts';
import { systemWords } from './spoken.ts';

export interface NotificationText {
  readonly title: string;
  readonly body: string;
}

/** What the notification says. */
export const notificationText = ({ name, reason }: AttentionNotice): NotificationText => ({
  title: name === undefined ? systemWords.accountNeedsYou : systemWords.needsYou({ name }),
  body: systemWords.attention[reason],
});

/** What its button says, where there is something to be done in Hotseat. */
export const notificationAction = ({ reason }: AttentionNotice): string | undefined =>
  reason === 'sessionExpired' || reason === 'sessionRevoked' ? systemWords.logInAgain : undefined;
