import type { UpdateFault, UpdatesOffReason } from '../../contract/update-views.ts';
import type { Messages } from '../message.ts';

/** Updates of Hotseat. */
export const update = {
  updates: 'Updates',
  checkNow: 'Check now',
  download: 'Download',
  downloading: 'Download of the update',
  cancelDownload: 'Cancel download',
  install: 'Restart and update',
  later: 'Later',
  whatIsNew: 'What is new',
  automatic: 'Look for newer versions by itself',
  automaticHint:
    'A few minutes after the start and every few hours. Nothing is downloaded before you say so.',

  off: {
    noKey: 'This build does not update itself: it has no release key.',
    switch: 'Hotseat was started with --no-update, so it looks for no newer version.',
    policy: 'Whoever looks after this computer has turned updates off.',
    package: 'This kind of package cannot replace itself. Get newer versions where this one came from.',
  },
  packageFrom: 'This kind of package cannot replace itself. Get newer versions at {origin}.',

  notChecked: 'This is Hotseat {running}. It has not looked for a newer version yet.',
  justChecked: 'Hotseat {running} is up to date. Last checked just now.',
  checkedBefore: 'Hotseat {running} is up to date. Last checked {when}.',
  checking: 'Looking for a newer version…',
  systemTooOld:
    'Hotseat {version} is there, but it needs a newer system. Hotseat {running} goes on as it is.',
  available: 'Hotseat {version} is available ({size}). You have {running}.',
  received: 'Downloading Hotseat {version}: {received} of {total}',
  ready: 'Hotseat {version} is ready. Hotseat closes for it and comes back; everybody stays signed in.',
  installing: 'Closing everything for Hotseat {version}…',

  notDone: {
    download: 'The update was not downloaded.',
    install: 'The update was not installed, and this version goes on.',
  },
  faults: {
    offline: 'The release server cannot be reached. Check the connection, then try again.',
    certificate:
      'The release server could not prove who it is: its certificate is not good. Check this computer’s clock, then try again.',
    missing: 'The release server has nothing for this kind of package. Try again later.',
    server: 'The release server answered with a failure. Try again later.',
    untrusted:
      'What the release server offers is not signed by those who release Hotseat, so it was refused. Try again later; if it stays, tell them.',
    older:
      'The release server offers an older version than it did before, so it was refused. Try again later; if it stays, tell those who release Hotseat.',
    damaged: 'What came is not the file that was signed, so it was thrown away. Try again.',
    stalled: 'The release server stopped sending. Check the connection, then try again.',
    diskFull: 'The disk is full. Free some space, then try again.',
    notPermitted:
      'Hotseat may not write where it has to. Check who owns the program and its folder, then try again.',
    newerVersion:
      'A newer Hotseat has used this folder, so this one offers nothing. Install the newer one again.',
    declined: 'The system’s installer was refused or failed. Try again, with an administrator’s password.',
    unexpected: 'Something went wrong that Hotseat did not expect. Try again later.',
  },
} as const satisfies {
  readonly off: Record<UpdatesOffReason, string>;
  readonly faults: Record<UpdateFault, string>;
} & Messages;
