import type { audit as english } from '../en/audit.ts';
import type { Translated } from '../message.ts';

export const audit: Translated<typeof english> = {
  audit: 'Protokoll',
  keep: 'Aufschreiben, wer was getan hat',
  keepHint:
    'Anmeldungen, Wechsel, Sperren und Entfernungen auf diesem Computer, jeder Eintrag mit dem davor verbunden, damit eine Änderung auffällt. Kein Token und keine E-Mail-Adresse steht darin.',
  keptNames: 'Von Ihrer Organisation vorgegeben, mit Namen.',
  keptIds: 'Von Ihrer Organisation vorgegeben, ohne Namen.',
  open: 'Ansehen…',
  title: 'Protokoll',
  filter: 'Im Protokoll suchen',
  entries: 'Was geschehen ist',
  none: 'Noch wurde nichts aufgeschrieben.',
  noMatch: 'Nichts davon steht darin.',
  older: '{count, plural, one {# weiteren zeigen} other {# weitere zeigen}}',
  verify: 'Prüfen',
  export: 'Exportieren…',
  exported: 'Exportiert.',
  gone: 'Ein nicht mehr vorhandenes Konto',
  events: {
    started: 'Hotseat wurde gestartet',
    loggedIn: '{name} wurde angemeldet',
    switched: '{name} wurde aktiv',
    nobodyActive: 'Niemand aktiv',
    locked: '{name} wurde gesperrt',
    unlocked: '{name} wurde entsperrt',
    unlockFailed: '{name} wurde nicht entsperrt: falsche PIN oder Passphrase',
    loggedOut: '{name} wurde abgemeldet',
    removed: '{name} wurde von diesem Computer entfernt',
    rulesChanged: 'Regeln wurden geändert',
    ended: 'Hotseat wurde beendet',
  },
  surfaces: {
    window: 'im Fenster',
    key: 'per Taste',
    menu: 'aus einem Menü',
    commandLine: 'in einem Terminal',
    link: 'durch einen Link',
    computer: 'mit dem Computer',
    itself: 'von selbst',
  },

  isUnknown:
    'Der Schlüsselbund gibt den Schlüssel des Protokolls gerade nicht heraus, daher lässt sich nichts sagen. Entsperren Sie ihn, und prüfen Sie dann noch einmal.',
  isChanged:
    'Das Protokoll wurde geändert: Eintrag {entry} ist nicht, wie er geschrieben wurde, oder fehlt. Lassen Sie es, wie es ist, und informieren Sie, wer den Computer betreut.',
  isSound:
    '{count, plural, one {Der eine Eintrag ist, wie er geschrieben wurde.} other {Alle # Einträge sind, wie sie geschrieben wurden.}}',
  unkeyed:
    '{count, plural, one {Davon entstand # ohne Schlüsselbund, sodass eine geschickte Änderung daran nicht auffiele.} other {Davon entstanden # ohne Schlüsselbund, sodass eine geschickte Änderung daran nicht auffiele.}}',
};
