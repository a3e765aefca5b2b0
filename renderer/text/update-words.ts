import type { UpdateFault, UpdatesOffReason, UpdateView } from '../../app/contract/update-views.ts';
import { byteSize } from './byte-size.ts';
import { fromNow } from './durations.ts';

/** The fixed texts of updates. */
export const updateWords = {
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
} as const;

const off: Record<UpdatesOffReason, (from: string) => string> = {
  noKey: () => 'This build does not update itself: it has no release key.',
  switch: () => 'Hotseat was started with --no-update, so it looks for no newer version.',
  policy: () => 'Whoever looks after this computer has turned updates off.',
  package: (from) => `This kind of package cannot replace itself. Get newer versions${from}.`,
};

/** How updates stand, in a sentence or two; nothing where a button and the notes say it all. */
export const updateSentence = (view: UpdateView, running: string, nowMs: number): string => {
  switch (view.kind) {
    case 'off':
      return off[view.because](
        view.origin === undefined ? ' where this one came from' : ` at ${view.origin}`,
      );
    case 'idle':
      return view.checkedAtMs === undefined
        ? `This is Hotseat ${running}. It has not looked for a newer version yet.`
        : `Hotseat ${running} is up to date. Last checked ${past(view.checkedAtMs, nowMs)}.`;
    case 'checking':
      return 'Looking for a newer version…';
    case 'systemTooOld':
      return `Hotseat ${view.version} is there, but it needs a newer system. Hotseat ${running} goes on as it is.`;
    case 'available':
      return `Hotseat ${view.offer.version} is available (${byteSize(view.offer.sizeBytes)}). You have ${running}.`;
    case 'downloading': {
      const { offer, receivedBytes } = view;
      return `Downloading Hotseat ${offer.version}: ${byteSize(receivedBytes)} of ${byteSize(offer.sizeBytes)}`;
    }
    case 'ready':
      return `Hotseat ${view.offer.version} is ready. Hotseat closes for it and comes back; everybody stays signed in.`;
    case 'installing':
      return `Closing everything for Hotseat ${view.offer.version}…`;
    default:
      return `${notDone[view.during]}${faults[view.because]}`;
  }
};

const past = (atMs: number, nowMs: number): string =>
  nowMs - atMs < 60_000 ? 'just now' : fromNow(atMs, nowMs);

const notDone: Record<Extract<UpdateView, { kind: 'failed' }>['during'], string> = {
  check: '',
  download: 'The update was not downloaded. ',
  install: 'The update was not installed, and this version goes on. ',
};

const faults: Record<UpdateFault, string> = {
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
};
