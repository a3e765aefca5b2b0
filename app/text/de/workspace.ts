import type { workspace as english } from '../en/workspace.ts';
import type { Translated } from '../message.ts';

export const workspace: Translated<typeof english> = {
  workspace: 'Arbeitsbereich',
  request: 'Anfrage',
  views: 'Was vom aktiven Konto gezeigt wird',
  tools: 'Seite',

  back: 'Zurück',
  forward: 'Vor',
  reload: 'Neu laden',
  stop: 'Laden abbrechen',
  home: 'Startseite',
  more: 'Mehr zu dieser Seite',
  find: 'Auf der Seite suchen…',
  print: 'Drucken…',
  zoomIn: 'Vergrößern',
  zoomOut: 'Verkleinern',
  zoomReset: 'Originalgröße',
  zoomed: 'Zoom {percent, number} %. Originalgröße',
  percent: '{percent, number} %',
  signIn: 'Auf der Seite anmelden…',
  loading: 'Die Seite wird geladen',
  opening: 'Die Seite wird geöffnet…',

  notVerified: 'nicht geprüft',
  notVerifiedTitle: 'Wer ist auf der Seite angemeldet?',
  notVerifiedWhy:
    'Hotseat sendet seine Anfragen als {name}. Ob auch die Anmeldung der Seite selbst zu {name} gehört, wurde nicht geprüft: Achten Sie auf den Namen, den die Seite zeigt.',
  signInAs: 'Auf der Seite als {name} anmelden',

  page: 'Seite',
  pageTitled: 'Seite: {title}',
  intoPage: 'Mit der Eingabetaste gelangen Sie in die Seite.',
  intoPageToo: 'Mit der Eingabetaste oder {key} gelangen Sie in die Seite.',

  findInPage: 'Auf der Seite suchen',
  next: 'Nächster Treffer',
  previous: 'Vorheriger Treffer',
  closeFind: 'Suche schließen',
  noMatch: 'Kein Treffer',
  matches: '{active, number} von {count, number}',

  openedElsewhere: '{host} wurde in Ihrem Browser geöffnet.',
  openHere: 'Hier öffnen',

  downloads: 'Downloads',
  downloadsRunning: '{count, plural, one {Downloads, # wird geladen} other {Downloads, # werden geladen}}',
  cancelDownload: '{fileName} abbrechen',
  showDownload: '{fileName} im Ordner zeigen',
  dismissDownload: '{fileName} von der Liste nehmen',
  received: '{received} von {total}',
  done: 'Fertig · {size}',
  failed: 'Fehlgeschlagen. Beginnen Sie den Download auf der Seite noch einmal.',
  cancelled: 'Abgebrochen',

  noWorkspace: '{service} hat keinen Arbeitsbereich',
  noWorkspaceWhy:
    'Ein Arbeitsbereich ist die Website, für die diese Konten da sind, hier als jedes von ihnen gezeigt. Geben Sie ihre Adresse in den Einstellungen des Dienstes an, oder senden Sie Anfragen als dieses Konto.',
  toSettings: 'Einstellungen von {service}',
  toRequest: 'Anfrage schreiben',

  failures: {
    offline: {
      title: 'Keine Verbindung',
      advice:
        'Dieser Computer ist offline, daher kann die Seite nicht kommen. Prüfen Sie die Verbindung, und versuchen Sie es dann noch einmal.',
      retry: 'Noch einmal versuchen',
    },
    unreachable: {
      title: 'Die Seite ist nicht erreichbar',
      advice:
        'Unter ihrer Adresse antwortet nichts. Prüfen Sie die Verbindung und die Adresse in den Einstellungen des Dienstes, und versuchen Sie es dann noch einmal.',
      retry: 'Noch einmal versuchen',
    },
    timedOut: {
      title: 'Die Seite braucht zu lange',
      advice: 'Ihr Server hat nicht rechtzeitig geantwortet. Versuchen Sie es gleich noch einmal.',
      retry: 'Noch einmal versuchen',
    },
    certificate: {
      title: 'Der Seite ist nicht zu trauen',
      advice:
        'Ihr Server konnte nicht beweisen, wer er ist: Das Zertifikat ist nicht gut, daher wurde nichts gesendet. Prüfen Sie die Uhr dieses Computers, und versuchen Sie es dann noch einmal; bleibt es dabei, informieren Sie, wer den Dienst betreut.',
      retry: 'Noch einmal versuchen',
    },
    serverError: {
      title: 'Die Seite hat einen Fehler',
      advice:
        'Ihr Server hat mit einem Fehler statt einer Seite geantwortet. Versuchen Sie es gleich noch einmal; bleibt es dabei, informieren Sie, wer den Dienst betreut.',
      retry: 'Noch einmal versuchen',
    },
    crashed: {
      title: 'Die Seite ist beendet',
      advice:
        'Sie ist plötzlich stehen geblieben. Das Konto bleibt angemeldet; laden Sie die Seite neu, um dort weiterzumachen, wo sie war.',
      retry: 'Noch einmal versuchen',
    },
    unresponsive: {
      title: 'Die Seite antwortet nicht',
      advice:
        'Sie ist beschäftigt oder hängt. Warten Sie, oder laden Sie sie neu; was getippt und nicht gesendet wurde, geht dann verloren.',
      retry: 'Neu laden',
    },
  },

  security: {
    builtIn: 'Auf diesem Computer',
    secure: 'Verschlüsselte Verbindung',
    local: 'auf diesem Computer',
    insecure: 'nicht verschlüsselt',
  },
};
