import type { failure as english } from '../en/failure.ts';
import type { Translated } from '../message.ts';

export const failure: Translated<typeof english> = {
  userNotFound:
    'Dieses Konto ist nicht mehr auf diesem Computer. Fügen Sie es wieder hinzu, um es zu benutzen.',
  userLoggedOut: 'Dieses Konto ist abgemeldet. Melden Sie sich erneut an, um es zu benutzen.',
  identityMismatch:
    'Das war {actual}, aber dieser Platz gehört {expected}. Nichts wurde geändert; melden Sie sich als {expected} an oder fügen Sie {actual} als eigenes Konto hinzu.',
  locked: 'Dieses Konto ist gesperrt. Entsperren Sie es zuerst.',
  deniedByPolicy: 'Die Regeln dieses Computers erlauben das nicht. Fragen Sie, wer ihn betreut.',
  cancelled: 'Der Vorgang wurde abgebrochen. Nichts wurde geändert.',
  superseded: 'Sie haben ein anderes Konto gewählt, bevor dieses bereit war; daher gilt jenes.',
  serviceNotFound:
    'Dieser Dienst ist nicht mehr auf diesem Computer. Fügen Sie ihn in den Einstellungen wieder hinzu.',
  unexpected:
    'Etwas ging schief, womit Hotseat nicht gerechnet hat. Versuchen Sie es erneut; bleibt es dabei, starten Sie Hotseat neu.',

  file: {
    tooLarge:
      'Diese Datei ist größer als jede Liste von Konten. Wählen Sie eine, die Hotseat exportiert hat.',
    notAList:
      'Diese Datei ist keine von Hotseat exportierte Liste von Konten, oder sie wurde verändert. Nichts davon wurde übernommen; exportieren Sie die Liste noch einmal.',
    newerVersion:
      'Ein neueres Hotseat hat diese Liste exportiert. Aktualisieren Sie Hotseat auf diesem Computer und versuchen Sie es dann erneut.',
    badService:
      'Ein Dienst in dieser Liste hat eine Adresse oder ein Feld, das Hotseat nicht annimmt: Adressen beginnen mit https. Nichts davon wurde übernommen; exportieren Sie die Liste noch einmal.',
    repeated:
      'Diese Liste enthält einen Dienst oder ein Konto zweimal, ist also nicht so, wie Hotseat sie exportiert hat. Nichts davon wurde übernommen; exportieren Sie die Liste noch einmal.',
    gone: 'Diese Liste ist nicht mehr zur Hand. Öffnen Sie die Datei noch einmal.',
  },

  rejected: {
    logIn: 'E-Mail oder Passwort stimmt nicht. Versuchen Sie es erneut oder erstellen Sie ein Konto.',
    logInAgain: 'E-Mail oder Passwort stimmt nicht. Versuchen Sie es erneut.',
    createAccount:
      'Das Konto ist erstellt, aber der Dienst lässt es nicht ein. Melden Sie sich an oder fragen Sie, wer den Dienst betreut.',
    apiKey:
      'Der Dienst nimmt diesen API-Schlüssel nicht an. Prüfen Sie, ob er vollständig und aktiviert ist.',
    customToken: 'Der Dienst nimmt dieses Token nicht an. Bitten Sie, wer es ausstellt, um ein frisches.',
    customFunction: 'Die Funktion des Dienstes hat das nicht eingelassen. Prüfen Sie die Argumente.',
    issuer:
      'Der Aussteller hat die Anmeldung nicht angenommen. Versuchen Sie es erneut; bleibt es dabei, vergleichen Sie den Client mit dem beim Aussteller.',
    link: 'Der Dienst hat diesen Zugang nicht angenommen. Prüfen Sie Ihre Eingabe und versuchen Sie es dann erneut.',
    mail: 'Der Dienst nimmt das nicht an. Kopieren Sie beide Teile noch einmal aus der neuesten E-Mail.',
    service: 'Der Dienst hat die Antwort verweigert. Prüfen Sie die Felder und versuchen Sie es dann erneut.',
    signOut:
      'Der Aussteller hat es abgelehnt. Öffnen Sie seine Seite im Browser und melden Sie sich dort ab.',
    other: 'Der Dienst nimmt diese Sitzung nicht mehr an. Melden Sie sich erneut an und wiederholen Sie es.',
  },
  rejectedBecause: {
    accountDisabled: 'Der Dienst hat dieses Konto deaktiviert. Fragen Sie, wer den Dienst betreut.',
    emailNotConfirmed:
      'Die E-Mail-Adresse dieses Kontos ist noch nicht bestätigt. Folgen Sie der E-Mail des Dienstes oder lassen Sie sie noch einmal senden.',
    denied:
      'Die Anmeldung wurde auf der Seite des Ausstellers verweigert. Versuchen Sie es erneut oder fragen Sie, wer den Aussteller betreut.',
    tooLate: 'Die Zeit für diese Anmeldung ist abgelaufen. Beginnen Sie von vorn.',
  },
  confirmFirst:
    'Das Konto ist erstellt. Der Dienst verlangt eine bestätigte E-Mail-Adresse, bevor es sich anmelden darf: Folgen Sie der E-Mail des Dienstes oder lassen Sie sie noch einmal senden.',

  unreachable: 'Der Dienst ist nicht erreichbar. Prüfen Sie die Verbindung und versuchen Sie es dann erneut.',
  unreachableNewService:
    'Unter dieser Adresse antwortet nichts. Suchen Sie nach Tippfehlern, prüfen Sie die Verbindung und dann den Dienst noch einmal.',
  badCertificate:
    'Der Dienst konnte sich nicht ausweisen: Sein Zertifikat ist nicht in Ordnung, daher wurde nichts gesendet. Prüfen Sie die Adresse und die Uhr dieses Computers, oder sagen Sie Bescheid, wer den Dienst betreut.',

  tooManyRequests:
    'Es waren zu viele Versuche. Warten Sie einen Augenblick und versuchen Sie es dann erneut.',
  tooManyRequestsFor: 'Es waren zu viele Versuche. Warten Sie {wait} und versuchen Sie es dann erneut.',
  serviceFailed: 'Der Dienst hat mit einem Fehler geantwortet.',
  serviceFailedWith: 'Der Dienst hat mit einem Fehler geantwortet ({status}).',
  serviceFailedSaying: 'Der Dienst hat mit einem Fehler geantwortet: „{text}“.',
  serviceFailedWithSaying: 'Der Dienst hat mit einem Fehler geantwortet ({status}): „{text}“.',
  nothingHasChanged: 'Nichts wurde geändert; versuchen Sie es in einem Augenblick erneut.',
  nothingHasChangedFor: 'Nichts wurde geändert; versuchen Sie es in {wait} erneut.',
  noRoom:
    'Der Datenträger, auf dem der Dienst seine Konten aufbewahrt, ist voll, daher wurde nichts gespeichert. Geht es um Konten dieses Computers, schaffen Sie Platz; versuchen Sie es dann erneut.',
  server: {
    untrusted:
      'Der Antwort ist nicht zu trauen: Sie hat eine Prüfung nicht bestanden, die verhindert, dass andere im Namen des Dienstes antworten. Prüfen Sie die Uhr dieses Computers und versuchen Sie es dann erneut; bleibt es dabei, sagen Sie Bescheid, wer den Dienst betreut.',
    otherProtocol:
      'Was dort antwortet, spricht nicht das Protokoll eines solchen Dienstes. Prüfen Sie die Adresse; auch ein Netz, das zuerst eine eigene Anmeldung verlangt, kann die Ursache sein.',
    redirected:
      'Der Dienst hat die Anfrage an eine andere Adresse weitergeleitet. Hotseat folgt ihr nicht, denn ein Token ginge mit. Fragen Sie die Adresse selbst an, wenn sie zum Dienst gehört.',
    otherOrigin:
      'Der Dienst schickt seine Anmeldungen an eine Adresse, die niemand angenommen hat. Bearbeiten Sie den Dienst in den Einstellungen, prüfen Sie ihn noch einmal und nehmen Sie die Adresse nur an, wenn Sie sie erwarten.',
  },

  storage: {
    diskFull:
      'Der Datenträger ist voll, daher ließ sich die Änderung nicht speichern. Schaffen Sie Platz und versuchen Sie es dann erneut.',
    notPermitted:
      'Hotseat darf nicht in seinen Ordner schreiben. Prüfen Sie, wem er gehört, und versuchen Sie es dann erneut.',
    newerVersion:
      'Ein neueres Hotseat hat diese Konten geschrieben, daher lässt dieses sie, wie sie sind. Aktualisieren Sie Hotseat.',
    keyringUnavailable:
      'Der Schlüsselbund ist gesperrt oder nicht da, daher lassen sich Sitzungen weder lesen noch aufbewahren. Entsperren Sie ihn und versuchen Sie es dann erneut.',
    failed:
      'Die Änderung ließ sich nicht auf dem Datenträger speichern. Versuchen Sie es erneut; bleibt es dabei, prüfen Sie den Datenträger.',
  },

  conflict: {
    emailTaken:
      'Mit dieser E-Mail-Adresse gibt es schon ein Konto. Melden Sie sich damit an oder verwenden Sie eine andere.',
    anonymousWouldGo:
      'Damit würde das aktive anonyme Konto entfernt, denn niemand kann sich damit wieder anmelden. Melden Sie es zuerst ab.',
    noWayToUnlock:
      'Dieses Konto hat noch keine PIN oder Passphrase. Richten Sie eine ein, bevor Sie es sperren.',
    identityLinked:
      'Dieser Zugang gehört schon zu einem Konto. Melden Sie sich stattdessen damit an oder verknüpfen Sie einen anderen.',
    serviceHasAccounts:
      'Das lässt sich nicht ändern, solange der Dienst Konten hat, denn ihre Sitzungen gingen sonst woandershin. Fügen Sie stattdessen einen zweiten Dienst hinzu.',
    serviceKnown: 'Diesen Dienst gibt es hier schon. Verwenden Sie ihn oder berichtigen Sie die Felder.',
    notOffered:
      'Der Dienst bietet das nicht an. Wählen Sie einen anderen Weg oder fragen Sie, wer den Dienst betreut.',
    portTaken:
      'Ein anderes Programm oder eine andere Anmeldung belegt den Umleitungsport. Beenden Sie es oder wählen Sie hier und beim Aussteller einen anderen Port.',
  },
  notOffered: {
    apiKey:
      'Der Dienst nimmt keine API-Schlüssel an. Wählen Sie einen anderen Weg oder fragen Sie, wer den Dienst betreut.',
    customToken:
      'Der Dienst nimmt keine eigenen Tokens an. Wählen Sie einen anderen Weg oder fragen Sie, wer den Dienst betreut.',
    customFunction:
      'Der Dienst hat keine Funktion zum Anmelden. Wählen Sie einen anderen Weg oder fragen Sie, wer den Dienst betreut.',
    service:
      'Der Dienst hat keine Art der Anmeldung, die Hotseat kennt. Erlauben Sie dem Client beim Aussteller den Authorization Code mit PKCE (S256) oder den Device Grant.',
    signOut:
      'Beim Aussteller können Sie sich von hier aus nicht abmelden. Öffnen Sie seine Seite im Browser und melden Sie sich dort ab.',
  },

  unlock: {
    lost: 'Womit dieses Konto gesperrt wurde, ist nicht mehr auf diesem Computer. Melden Sie sich stattdessen an.',
    notConfirmed:
      'Touch ID hat nicht zugestimmt. Das war kein Versuch; geben Sie stattdessen PIN oder Passphrase ein.',
    tooOften:
      'Das war der letzte Versuch, daher wurde das Konto abgemeldet. Melden Sie sich erneut an, um es zu benutzen.',
    tooSoon: 'Nichts wurde versucht.',
    wrong: 'Das war nicht richtig.',
    wait: 'Warten Sie {wait}.',
    tryAgain: 'Versuchen Sie es erneut.',
    attemptsLeft:
      '{count, plural, one {Ein Versuch ist übrig; danach wird das Konto abgemeldet.} other {# Versuche sind übrig; danach wird das Konto abgemeldet.}}',
  },

  attention: {
    sessionExpired: 'Die Sitzung ist abgelaufen. Melden Sie sich erneut an, um weiterzumachen.',
    sessionRevoked: 'Der Dienst hat die Sitzung beendet. Melden Sie sich erneut an, um weiterzumachen.',
    sessionEndsSoon: 'Die Sitzung endet bald. Melden Sie sich erneut an, um sie zu behalten.',
    unreachable: 'Der Dienst ist zurzeit nicht erreichbar. Hotseat versucht es weiter.',
    sessionNotSaved: 'Die Sitzung ist nur im Arbeitsspeicher. Nach einem Neustart melden Sie sich erneut an.',
    keyringUnavailable:
      'Der Schlüsselbund ist gesperrt oder nicht da, daher lässt sich die Sitzung nicht lesen. Entsperren Sie ihn und prüfen Sie dann erneut.',
  },
  endedByService: 'Die Sitzung von {name} wurde vom Dienst beendet.',
  hasRunOut: 'Die Sitzung von {name} ist abgelaufen.',
};
