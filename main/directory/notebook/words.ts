import type { Fault } from './fault.ts';

/** What the page says. It has a catalogue of its own, since it belongs to the directory, which also runs alone. */
export interface NotebookWords {
  readonly title: string;
  readonly newNote: string;
  readonly addNote: string;
  readonly reading: string;
  readonly empty: string;
  readonly notes: string;
  readonly tryAgain: string;
  readonly added: string;
  readonly removed: string;
  /** An account may have no name. */
  readonly readableBy: (name: string | undefined) => string;
  readonly removeNote: (start: string) => string;
  /** What happened and what to do, in one sentence or two short ones. */
  readonly faults: Readonly<Record<Fault, string>>;
}

export const english: NotebookWords = {
  title: 'Notebook',
  newNote: 'New note',
  addNote: 'Add note',
  reading: 'Reading the notes…',
  empty: 'Nothing here yet. What you write down stays with this account and goes with it.',
  notes: 'Notes',
  tryAgain: 'Try again',
  added: 'Note added',
  removed: 'Note removed',
  readableBy: (name) => (name === undefined ? 'Only this account can read it.' : `Only ${name} can read it.`),
  removeNote: (start) => `Remove note: ${start}`,
  faults: {
    noAccount: 'Open this page in Hotseat: only there does it know whose notes to show.',
    keyringUnavailable:
      'The keyring is locked or away, so the session of this account cannot be read. Unlock it, then try again.',
    sessionUnreadable:
      'The session of this account cannot be read from the disk. Try again; if it stays, check the disk.',
    unreachable: 'The directory of this computer does not answer. Wait a moment, then try again.',
    diskFull: 'The disk is full, so nothing was saved. Free some space, then try again.',
    notebookFull: 'The notebook is full, so the note was not added. Remove another, then try again.',
    empty: 'The note is empty. Write something first.',
    notTaken:
      'That note is too long, or has characters that cannot be kept. Shorten it or take them out, then try again.',
    noteGone: 'That note is gone already. Nothing is left to do.',
    failed: 'The directory answered with a failure. Nothing has changed; try again in a moment.',
  },
};

export const german: NotebookWords = {
  title: 'Notizbuch',
  newNote: 'Neue Notiz',
  addNote: 'Notiz hinzufügen',
  reading: 'Die Notizen werden gelesen…',
  empty: 'Noch nichts hier. Was Sie aufschreiben, bleibt bei diesem Konto und geht mit ihm.',
  notes: 'Notizen',
  tryAgain: 'Erneut versuchen',
  added: 'Notiz hinzugefügt',
  removed: 'Notiz entfernt',
  readableBy: (name) =>
    name === undefined ? 'Nur dieses Konto kann es lesen.' : `Nur ${name} kann es lesen.`,
  removeNote: (start) => `Notiz entfernen: ${start}`,
  faults: {
    noAccount: 'Öffnen Sie diese Seite in Hotseat: Nur dort weiß sie, wessen Notizen sie zeigen soll.',
    keyringUnavailable:
      'Der Schlüsselbund ist gesperrt oder nicht da, daher ist die Sitzung dieses Kontos nicht lesbar. Entsperren Sie ihn, und versuchen Sie es dann erneut.',
    sessionUnreadable:
      'Die Sitzung dieses Kontos lässt sich nicht von der Platte lesen. Versuchen Sie es erneut; bleibt es dabei, prüfen Sie die Platte.',
    unreachable:
      'Das Verzeichnis dieses Computers antwortet nicht. Warten Sie einen Moment, und versuchen Sie es dann erneut.',
    diskFull:
      'Die Platte ist voll, daher wurde nichts gespeichert. Schaffen Sie Platz, und versuchen Sie es dann erneut.',
    notebookFull:
      'Das Notizbuch ist voll, daher wurde die Notiz nicht hinzugefügt. Entfernen Sie eine andere, und versuchen Sie es dann erneut.',
    empty: 'Die Notiz ist leer. Schreiben Sie zuerst etwas.',
    notTaken:
      'Diese Notiz ist zu lang oder enthält Zeichen, die sich nicht aufbewahren lassen. Kürzen Sie sie oder nehmen Sie sie heraus, und versuchen Sie es dann erneut.',
    noteGone: 'Diese Notiz ist schon weg. Es bleibt nichts zu tun.',
    failed:
      'Das Verzeichnis hat mit einem Fehler geantwortet. Es hat sich nichts geändert; versuchen Sie es gleich noch einmal.',
  },
};
