import type { removal as english } from '../en/removal.ts';
import type { Translated } from '../message.ts';

export const removal: Translated<typeof english> = {
  erases:
    'Damit wird von diesem Computer gelöscht: die Sitzung, der Eintrag in der Liste und was Arbeitsbereich und Anfragen hier hinterlassen haben – Cookies, gespeicherte Daten, Cache und Verlauf.',
  downloadsStay: 'Heruntergeladene Dateien bleiben, wo Sie sie gespeichert haben.',
  deleteDownloadsStay: 'Heruntergeladene Dateien bleiben auf diesem Computer.',

  areRemoved:
    '{count, plural, one {Das Konto ist von diesem Computer entfernt.} other {# Konten von diesem Computer entfernt.}}',
  isLeft:
    'Das Konto ist entfernt, aber nicht alles davon ließ sich löschen. Beim nächsten Start von Hotseat wird es erneut versucht.',
  showReceipts: '{count, plural, one {Beleg anzeigen} other {Belege anzeigen}}',

  removals: 'Entfernte Konten',
  lead: 'Jedes Entfernen hinterlässt einen Beleg: was gelöscht und danach noch einmal gesucht wurde. Er sagt nie, wessen Konto es war. Heruntergeladene Dateien bleiben, wo sie gespeichert wurden.',
  none: 'Von diesem Computer wurde noch kein Konto entfernt.',
  clear: 'Liste leeren',
  older: '{count, plural, one {# älteren anzeigen} other {# ältere anzeigen}}',
  removedOn: 'Entfernt am {moment}',
  unknownService: 'Unbekannter Dienst',
  accountDeleted: 'Auch bei seinem Dienst gelöscht',
  everythingErased: 'Alles ist gelöscht',
  stillToDo: 'Noch zu tun',

  removeAllMenu: 'Alle Konten entfernen…',
  removeAllTitle: 'Alle Konten entfernen?',
  removeAll: 'Alle entfernen',
  removeAllErases:
    '{count, plural, one {Damit wird das einzige Konto von diesem Computer gelöscht: Sitzung, Eintrag in der Liste und was Arbeitsbereich und Anfragen hier hinterlassen haben – Cookies, gespeicherte Daten, Cache und Verlauf.} other {Damit werden alle # Konten von diesem Computer gelöscht: Sitzungen, Einträge in der Liste und was Arbeitsbereiche und Anfragen hier hinterlassen haben – Cookies, gespeicherte Daten, Cache und Verlauf.}}',
  removeAllKeeps:
    'Die Konten selbst bestehen bei ihren Diensten weiter; nur anonyme sind endgültig verloren. Dienste, die Sie hinzugefügt haben, und heruntergeladene Dateien bleiben.',
  removingAll: 'Konten werden entfernt',
  progress: 'Konten werden entfernt: {done, number} von {total, number}',
  notErased:
    'Die Konten sind entfernt, aber nicht alles davon ließ sich löschen. Beim nächsten Start von Hotseat wird es erneut versucht:',

  subjects: {
    session: 'Sitzung und ihre Tokens',
    serverSession: 'Sitzung beim Dienst',
    accountRecord: 'Name, E-Mail und Eintrag in der Liste',
    recentList: 'Letzte Verwendung',
    webStorage: 'Cookies und Daten seiner Seiten',
    webCache: 'Cache seiner Seiten',
    webFolder: 'Ordner seiner Seiten',
    workspaceHistory: 'Wo sein Arbeitsbereich war',
    requestHistory: 'Frühere Anfragen',
    damagedFiles: 'Aufbewahrte beschädigte Dateien',
    notifications: 'Mitteilungen',
  },
  here: {
    erased: 'Gelöscht und noch einmal gesucht',
    empty: 'Nichts vorhanden',
    queued: 'Wartet',
    atNextStart: 'In Gebrauch, bis Hotseat beendet wird; beim nächsten Start gelöscht',
    failed: 'Ließ sich nicht löschen; beim nächsten Start von Hotseat erneut versucht',
  },
  atService: {
    erased: 'Beendet',
    empty: 'Keine vorhanden',
    queued: 'Wird beendet, sobald der Dienst antwortet',
    atNextStart: 'Wird beim nächsten Start von Hotseat beendet',
    failed: 'Ließ sich von hier nicht beenden; sie endet dort von selbst',
  },
  step: '{subject}: {result}',
  stepOfSeveral: '{step} ({count, number})',
};
