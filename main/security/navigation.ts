import { app, shell, type WebContents } from 'electron';
import { allowedExternalLink } from './external-links.ts';

/** Nothing navigates by itself, opens a window or embeds another page; a listed help page opens in the browser. */
const holdInPlace = (contents: WebContents): void => {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    const link = allowedExternalLink(url);
    if (link !== undefined) void shell.openExternal(link).catch(() => undefined);
    return { action: 'deny' };
  });
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
