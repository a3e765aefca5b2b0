import type { Session } from 'electron';
import type { WebsiteService } from '../../app/identity/service.ts';

/** Hears of the cookie that a site sets when somebody signs in, where the service names one. */
export const awaitSignInCookie = (
  { cookies }: Session,
  { url, signInCookie: name }: WebsiteService,
): { readonly set: Promise<void>; stop(): void } => {
  if (name === undefined) return { set: new Promise(() => undefined), stop: () => undefined };
  let settle = (): void => undefined;
  const set = new Promise<void>((resolve) => {
    settle = resolve;
  });
  const look = async (): Promise<void> => {
    // Only what the site itself would be sent, whoever has set it.
    const found = await cookies.get({ url, name }).catch(() => []);
    if (found.some(({ value }) => value !== '')) settle();
  };
  const changed = (_event: unknown, cookie: { readonly name: string }): void => {
    if (cookie.name === name) void look();
  };
  cookies.on('changed', changed);
  void look();
  return { set, stop: () => void cookies.off('changed', changed) };
};
