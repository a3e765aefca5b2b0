import type { Event, Session } from 'electron';

export type Permission = Parameters<NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>>[1];

export interface Verdict {
  readonly isGranted: boolean;
  readonly because: string;
}

export const denied = (because: string): Verdict => ({ isGranted: false, because });

/** What web content may do beyond drawing itself: nothing. A workspace has a table of its own. */
export const permissions: Readonly<Record<Permission, Verdict>> = {
  ar: denied('no camera, microphone or headset is used'),
  'automatic-fullscreen': denied('the window manager does it'),
  'background-fetch': denied('the window sends nothing, near or far'),
  'background-sync': denied('the window sends nothing, near or far'),
  'captured-surface-control': denied('nothing is shared or recorded'),
  'clipboard-read': denied('pasting needs no permission; reading unasked would take copied passwords'),
  'clipboard-sanitized-write': denied('copying by key or menu needs no permission'),
  'deprecated-sync-clipboard-read': denied(
    'pasting needs no permission; reading unasked would take copied passwords',
  ),
  'display-capture': denied('nothing is shared or recorded'),
  fileSystem: denied('the window has no files and keeps nothing'),
  fullscreen: denied('the window manager does it'),
  geolocation: denied('where the computer is matters to nothing here'),
  'geolocation-approximate': denied('where the computer is matters to nothing here'),
  'hand-tracking': denied('no camera, microphone or headset is used'),
  hid: denied('no device is used'),
  'idle-detection': denied('main watches for idleness itself'),
  keyboardLock: denied("keys and pointer stay the person's"),
  'local-fonts': denied('the window has no files and keeps nothing'),
  'local-network': denied('the window sends nothing, near or far'),
  'local-network-access': denied('the window sends nothing, near or far'),
  'loopback-network': denied('the window sends nothing, near or far'),
  media: denied('no camera, microphone or headset is used'),
  mediaKeySystem: denied('no camera, microphone or headset is used'),
  midi: denied('no device is used'),
  midiSysex: denied('no device is used'),
  nfc: denied('no device is used'),
  notifications: denied('notices are shown in the window'),
  openExternal: denied('links go through the list of external links only'),
  'payment-handler': denied('nothing is sold or installed'),
  'periodic-background-sync': denied('the window sends nothing, near or far'),
  'persistent-storage': denied('the window has no files and keeps nothing'),
  pointerLock: denied("keys and pointer stay the person's"),
  'screen-wake-lock': denied('the system decides when the screen rests'),
  sensors: denied('no device is used'),
  serial: denied('no device is used'),
  'smart-card': denied('no device is used'),
  'speaker-selection': denied('no camera, microphone or headset is used'),
  'storage-access': denied('nothing is embedded'),
  'system-wake-lock': denied('the system decides when the screen rests'),
  'top-level-storage-access': denied('nothing is embedded'),
  unknown: denied('what is not named is not granted'),
  usb: denied('no device is used'),
  vr: denied('no camera, microphone or headset is used'),
  'web-app-installation': denied('nothing is sold or installed'),
  'web-printing': denied('no device is used'),
  'window-management': denied('the window manager does it'),
};

/** Also asked for names that the types do not know; what has no row is denied. */
export const isGrantedBy = (table: Readonly<Record<string, Verdict>>, permission: string): boolean =>
  Object.hasOwn(table, permission) && table[permission]?.isGranted === true;

const refuseDownload = (event: Pick<Event, 'preventDefault'>): void => event.preventDefault();

/** Closes every way in which the web content of a session could ask for something, downloads included. */
export const closePermissions = (session: Session): void => {
  session.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(isGrantedBy(permissions, permission)),
  );
  session.setPermissionCheckHandler((_contents, permission) => isGrantedBy(permissions, permission));
  session.setDevicePermissionHandler(() => false);
  // With no way to choose a screen, Electron refuses to share one.
  session.setDisplayMediaRequestHandler(null);
  session.setSpellCheckerEnabled(false);
  session.on('will-download', refuseDownload);
};

/** For who takes the downloads of a session on, in the same turn. */
export const releaseDownloads = (session: Session): void => {
  session.off('will-download', refuseDownload);
};
