import { app, Notification } from 'electron';
import type { Change } from '../../app/contract/views.ts';
import type { UserId } from '../../app/users/user.ts';
import { AttentionNotices, type AttentionNotice, type AttentionSource } from './attention-notices.ts';
import { notificationAction, notificationText } from './attention-texts.ts';

export interface AttentionSurface {
  isFocused(): boolean;
  /** The person came because of it. */
  answer(notice: AttentionNotice): void;
}

/** As in electron-builder.yml: Windows shows no notification of a program that it does not know by this. */
const applicationId = 'net.hotseat.desktop';

export interface ShownAttention {
  changed(change: Change): void;
  /** Takes back what was shown about a user who is removed. */
  closeOf(userId: UserId): 'erased' | 'empty';
}

/** Shows outside of the window that an account needs the person: a notification, and a number on the icon. */
export const showAttention = (source: AttentionSource, surface: AttentionSurface): ShownAttention => {
  const notices = new AttentionNotices(source);
  /** Held, since a notification that is collected does not hear its click. */
  const shown = new Map<Notification, UserId>();
  let count = 0;

  const showCount = (next: number): void => {
    if (next === count || !app.isReady()) return;
    count = next;
    // Windows has no such number; on Linux some desktops show it.
    if (process.platform !== 'win32') app.setBadgeCount(next);
  };

  const show = (notice: AttentionNotice): void => {
    if (!Notification.isSupported()) return;
    const action = notificationAction(notice);
    // Only macOS draws buttons; elsewhere the whole of it is pressed, which does the same.
    const actions = action === undefined ? [] : [{ type: 'button' as const, text: action }];
    const notification = new Notification({ ...notificationText(notice), actions });
    shown.set(notification, notice.userId);
    const forget = (): void => void shown.delete(notification);
    const answer = (): void => {
      forget();
      surface.answer(notice);
    };
    notification.on('click', answer);
    notification.on('action', answer);
    notification.on('close', forget);
    notification.on('failed', forget);
    notification.show();
  };

  if (process.platform === 'win32') app.setAppUserModelId(applicationId);
  void app.whenReady().then(() => showCount(notices.count));
  return {
    changed: (change) => {
      const outcome = notices.changed(change, surface.isFocused());
      showCount(outcome.count);
      for (const notice of outcome.notices) show(notice);
    },
    closeOf: (userId) => {
      const about = [...shown].filter(([, aboutId]) => aboutId === userId);
      for (const [notification] of about) {
        shown.delete(notification);
        notification.close();
      }
      return about.length > 0 ? 'erased' : 'empty';
    },
  };
};
