import type { diagnosis as english } from '../en/diagnosis.ts';
import type { Translated } from '../message.ts';

export const diagnosis: Translated<typeof english> = {
  title: 'Diagnose von Hotseat, {at}',
  checks: 'Prüfungen',
  accounts: 'Konten',
  crashes: 'Abstürze',
  log: 'Das Ende der Logdatei',
  none: 'Nichts.',
  counts: 'Insgesamt {total, number}, davon {locked, number} gesperrt und {loggedOut, number} abgemeldet.',

  verdicts: { ok: 'In Ordnung', advice: 'Hinweis', failed: 'Fehlgeschlagen' },
  outcomes: {
    ok: 'Alles ist in Ordnung.',
    advice: 'Nichts ist fehlgeschlagen, und es gibt Hinweise.',
    failed:
      '{count, plural, one {# Prüfung ist} other {# Prüfungen sind}} fehlgeschlagen. Was zu tun ist, steht jeweils dabei.',
  },
  names: {
    folder: 'Ordner von Hotseat',
    files: 'Gespeicherte Dateien',
    keyring: 'Schlüsselbund',
    services: 'Dienste',
    clock: 'Uhr',
    proxy: 'Proxy',
    policy: 'Richtlinie',
    updates: 'Aktualisierungen',
    disk: 'Platz auf dem Datenträger',
    system: 'System',
    crashes: 'Abstürze',
  },

  findings: {
    folderSound: 'Sie gehören Ihnen allein.',
    folderOpen:
      'Andere auf diesem Computer dürfen in {folders} hineinsehen. Nehmen Sie ihnen die Rechte daran, sodass nur Sie sie haben.',
    folderNotOwn:
      'Jemand anderes besitzt {folders}. Holen Sie sich das zurück, oder lassen Sie es einen Administrator tun.',
    folderNotWritable:
      'In {folders} lässt sich nichts schreiben. Geben Sie sich das Recht, dort zu schreiben.',

    filesSound:
      '{files, plural, one {# Datei gelesen, so, wie sie geschrieben wurde.} other {# Dateien gelesen, alle so, wie sie geschrieben wurden.}}',
    filesDamaged:
      '{files, plural, one {# Datei in {folders} ist nicht so, wie sie geschrieben wurde.} other {# Dateien in {folders} sind nicht so, wie sie geschrieben wurden.}} Starten Sie Hotseat neu, dann geht es auf die vorherige Kopie zurück; bleibt es dabei, prüfen Sie den Datenträger.',
    filesUnreadable:
      '{files, plural, one {# Datei in {folders} lässt sich nicht öffnen.} other {# Dateien in {folders} lassen sich nicht öffnen.}} Geben Sie sich das Recht, dort zu lesen.',
    filesNewer:
      'Ein neueres Hotseat hat die Liste der Konten geschrieben, daher wird nichts geändert. Aktualisieren Sie dieses.',
    filesDisagree:
      'Auf dem Datenträger steht eine andere Liste der Konten als die, nach der sich Hotseat richtet. Prüfen Sie, ob Platz auf dem Datenträger ist, und starten Sie Hotseat dann neu.',

    keyringProtects:
      'Sitzungen sind mit einem Schlüssel daraus verschlüsselt. Gerade ausprobiert: Etwas wurde versiegelt und wieder geöffnet.',
    keyringOther:
      'Hier ist ein anderer als zuvor. Entsperren Sie den früheren, oder beginnen Sie mit diesem, wo das Fenster es anbietet.',
    keyringAbsent:
      'Keiner antwortet, daher sind Sitzungen nur im Arbeitsspeicher und enden mit Hotseat. Entsperren oder installieren Sie einen.',
    keyringNotWanted: 'Ihre Organisation lässt Sitzungen nur im Arbeitsspeicher.',
    keyringSilent: 'Er hat noch nicht geantwortet. Entsperren Sie ihn, und prüfen Sie dann erneut.',

    servicesReached: 'Alle sind da.',
    servicesMissing: '{missing} Prüfen Sie die Verbindung, und ob der Dienst läuft.',
    servicesOffline:
      'Es gibt kein Netz, daher wurde keiner jenseits dieses Computers gefragt. Stellen Sie eine Verbindung her, und prüfen Sie dann erneut.',

    clockAgrees: 'Sie stimmt mit der eines Dienstes auf {span} genau überein.',
    clockOff: {
      ahead:
        'Sie geht gegenüber der eines Dienstes {span} vor. Lassen Sie sie über das Netz stellen: Anmeldungen brauchen die richtige Zeit.',
      behind:
        'Sie geht gegenüber der eines Dienstes {span} nach. Lassen Sie sie über das Netz stellen: Anmeldungen brauchen die richtige Zeit.',
    },
    clockUnknown: 'Kein Dienst hat gesagt, wie spät es ist, daher wurde sie nicht verglichen.',

    proxyNone: 'Dienste werden direkt gefragt.',
    proxyUsed: 'Dienste werden über einen gefragt ({kinds}).',

    policyNone: 'Niemand hat Regeln für diesen Computer vorgegeben.',
    policyHolds: 'Sie gilt, mit {keys, plural, one {# Regel} other {# Regeln}}.',
    policyUnknownKeys:
      'Sie gilt, bis auf {unknownKeys, plural, one {# Angabe} other {# Angaben}}, die dieses Hotseat nicht kennt. Informieren Sie, wer den Computer betreut.',
    policyBroken:
      'Sie ist nicht lesbar, daher gelten die strengsten Regeln. Informieren Sie, wer den Computer betreut.',

    updatesOff:
      'Hotseat aktualisiert sich hier nicht selbst; warum, steht in den Einstellungen unter „Aktualisierungen“.',
    updatesOn: 'Diese Version ist die neueste. Zuletzt geprüft: {when}.',
    updateWaits: 'Hotseat {version} ist da. Installieren Sie es unter „Aktualisierungen“.',
    updateNeedsSystem: 'Hotseat {version} ist da, braucht aber ein neueres System.',
    updatesUnreached:
      'Der Server für Veröffentlichungen ist nicht erreichbar. Prüfen Sie die Verbindung; Hotseat versucht es von selbst erneut.',
    updatesFailed:
      'Der letzte Versuch ist fehlgeschlagen; warum, und was zu tun ist, steht in den Einstellungen unter „Aktualisierungen“.',

    diskRoomy: '{free} sind frei.',
    diskLow: 'Nur {free} sind frei. Schaffen Sie Platz, bevor der Datenträger voll ist.',
    diskFull:
      'Nur {free} sind frei, sodass Änderungen vielleicht nicht gespeichert werden. Schaffen Sie jetzt Platz.',

    systemKnown: 'Hotseat {hotseat} mit Electron {electron} auf {platform} {release}.',

    crashesNone: 'Keine {days, plural, one {am letzten Tag} other {in den letzten # Tagen}}.',
    crashesSeen:
      '{crashes, plural, one {# Absturz} other {# Abstürze}} {days, plural, one {am letzten Tag} other {in den letzten # Tagen}}, und {unfinished, plural, one {# Lauf von Hotseat, der nicht zu Ende kam.} other {# Läufe von Hotseat, die nicht zu Ende kamen.}} Was darüber bekannt ist, steht im Text, der sich speichern lässt; geben Sie ihn an die weiter, die Ihnen helfen.',

    unanswered: {
      tooLate: 'Die Prüfung kam nicht rechtzeitig zu einem Ende. Prüfen Sie erneut.',
      unexpected: 'Die Prüfung selbst ist fehlgeschlagen. Die Logdatei sagt mehr.',
    },
  },
  updatesNotChecked: 'Hotseat hat noch nicht nach einer neueren Version gesucht.',

  folder: '„{name}“',
  theDirectory: 'Das Verzeichnis auf diesem Computer',
  service: 'Dienst {number, number}',
  missing: {
    unreachable: '{service} ist nicht erreichbar.',
    tooLate: '{service} antwortet nicht rechtzeitig.',
    certificate: '{service} kann sich nicht ausweisen: Das Zertifikat ist nicht gut.',
    insecure: '{service} hat eine Adresse, die nicht sicher ist.',
  },
  proxies: { http: 'HTTP', https: 'HTTPS', socks: 'SOCKS', other: 'andere Art' },

  crashed: {
    main: 'Hotseat',
    window: 'Fenster',
    page: 'Seite eines Arbeitsbereichs',
    directory: 'Verzeichnis',
    gpu: 'Grafik',
    other: 'ein anderer Prozess',
  },
  notQuit: 'kam nicht zu einem Ende',
  outOfMemory: 'kein Arbeitsspeicher mehr',
  exitCode: 'Exit-Code {code}',
};
