import { app, shell, type Event, type WebContents } from 'electron';
import { allowedExternalLink } from './external-links.ts';

const refuse = (event: Pick<Event, 'preventDefault'>): void => event.preventDefault();

/** Nothing navigates by itself, opens a window or embeds another page; a listed help page opens in the browser. */
const holdInPlace = (contents: WebContents): void => {
  contents.on('will-navigate', refuse);
  contents.on('will-frame-navigate', refuse);
  contents.on('will-redirect', refuse);
  contents.on('will-attach-webview', refuse);
  // Left alone, Electron takes the first device there is.
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault();
    choose('');
  });
  contents.setWindowOpenHandler(({ url }) => {
    const link = allowedExternalLink(url);
    if (link !== undefined) void shell.openExternal(link).catch(() => undefined);
    return { action: 'deny' };
  });
};

/** For who puts other rules in place in the same turn: the page may navigate, and still embeds none. */
export const releaseNavigation = (contents: WebContents): void => {
  contents.off('will-navigate', refuse);
  contents.off('will-frame-navigate', refuse);
  contents.off('will-redirect', refuse);
};

/** Holds every web contents in place, and answers no to whoever asks for certificates or passwords. */
export const guardNavigation = (): void => {
  app.on('web-contents-created', (_event, contents) => holdInPlace(contents));
  app.on('select-client-certificate', (event, _contents, _url, _certificates, choose) => {
    event.preventDefault();
    choose();
  });
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, trust) => {
    event.preventDefault();
    trust(false);
  });
  app.on('login', (event, _contents, _details, _auth, answer) => {
    event.preventDefault();
    answer();
  });
};
