import type { update as english } from '../en/update.ts';
import type { Translated } from '../message.ts';

export const update: Translated<typeof english> = {
  updates: 'Aktualisierungen',
  checkNow: 'Jetzt suchen',
  download: 'Herunterladen',
  downloading: 'Download der Aktualisierung',
  cancelDownload: 'Download abbrechen',
  install: 'Neu starten und aktualisieren',
  later: 'Später',
  whatIsNew: 'Was neu ist',
  automatic: 'Selbst nach neueren Versionen suchen',
  automaticHint:
    'Einige Minuten nach dem Start und alle paar Stunden. Heruntergeladen wird erst, wenn Sie es sagen.',

  off: {
    noKey: 'Dieser Build aktualisiert sich nicht selbst: Er hat keinen Schlüssel für Veröffentlichungen.',
    switch: 'Hotseat wurde mit --no-update gestartet und sucht daher nicht nach neueren Versionen.',
    policy: 'Wer diesen Computer betreut, hat Aktualisierungen ausgeschaltet.',
    package:
      'Ein Paket dieser Art kann sich nicht selbst ersetzen. Neuere Versionen bekommen Sie dort, woher diese stammt.',
  },
  packageFrom:
    'Ein Paket dieser Art kann sich nicht selbst ersetzen. Neuere Versionen bekommen Sie bei {origin}.',

  notChecked: 'Dies ist Hotseat {running}. Nach einer neueren Version wurde noch nicht gesucht.',
  justChecked: 'Hotseat {running} ist aktuell. Zuletzt gerade eben geprüft.',
  checkedBefore: 'Hotseat {running} ist aktuell. Zuletzt {when} geprüft.',
  checking: 'Eine neuere Version wird gesucht…',
  systemTooOld:
    'Hotseat {version} ist da, braucht aber ein neueres System. Hotseat {running} läuft weiter wie bisher.',
  available: 'Hotseat {version} ist verfügbar ({size}). Sie haben {running}.',
  received: 'Hotseat {version} wird heruntergeladen: {received} von {total}',
  ready:
    'Hotseat {version} ist bereit. Hotseat schließt sich dafür und kommt wieder; alle bleiben angemeldet.',
  installing: 'Für Hotseat {version} wird alles geschlossen…',

  notDone: {
    download: 'Die Aktualisierung wurde nicht heruntergeladen.',
    install: 'Die Aktualisierung wurde nicht installiert, und diese Version läuft weiter.',
  },
  faults: {
    offline:
      'Der Server für Veröffentlichungen ist nicht erreichbar. Prüfen Sie die Verbindung, und versuchen Sie es dann noch einmal.',
    certificate:
      'Der Server für Veröffentlichungen konnte nicht beweisen, wer er ist: Sein Zertifikat ist nicht gut. Prüfen Sie die Uhr dieses Computers, und versuchen Sie es dann noch einmal.',
    missing:
      'Der Server für Veröffentlichungen hat nichts für ein Paket dieser Art. Versuchen Sie es später noch einmal.',
    server:
      'Der Server für Veröffentlichungen hat mit einem Fehler geantwortet. Versuchen Sie es später noch einmal.',
    untrusted:
      'Was der Server für Veröffentlichungen anbietet, ist nicht von denen signiert, die Hotseat veröffentlichen, daher wurde es abgelehnt. Versuchen Sie es später noch einmal; bleibt es dabei, sagen Sie es ihnen.',
    older:
      'Der Server für Veröffentlichungen bietet eine ältere Version an als zuvor, daher wurde sie abgelehnt. Versuchen Sie es später noch einmal; bleibt es dabei, sagen Sie es denen, die Hotseat veröffentlichen.',
    damaged:
      'Was ankam, ist nicht die Datei, die signiert wurde, daher wurde es verworfen. Versuchen Sie es noch einmal.',
    stalled:
      'Der Server für Veröffentlichungen sendet nicht mehr. Prüfen Sie die Verbindung, und versuchen Sie es dann noch einmal.',
    diskFull: 'Der Datenträger ist voll. Schaffen Sie Platz, und versuchen Sie es dann noch einmal.',
    notPermitted:
      'Hotseat darf nicht schreiben, wo es müsste. Prüfen Sie, wem das Programm und sein Ordner gehören, und versuchen Sie es dann noch einmal.',
    newerVersion:
      'Ein neueres Hotseat hat diesen Ordner benutzt, daher bietet dieses nichts an. Installieren Sie das neuere wieder.',
    declined:
      'Die Installation durch das System wurde abgelehnt oder schlug fehl. Versuchen Sie es noch einmal, mit dem Passwort eines Administrators.',
    unexpected: 'Etwas ging schief, womit Hotseat nicht gerechnet hat. Versuchen Sie es später noch einmal.',
  },
};
