import type { general as english } from '../en/general.ts';
import type { Translated } from '../message.ts';

export const general: Translated<typeof english> = {
  appName: 'Hotseat',
  opening: 'Ihre Konten werden geöffnet…',
  tryAgain: 'Erneut versuchen',
  cancel: 'Abbrechen',
  close: 'Schließen',
  back: 'Zurück',
  dismiss: 'Ausblenden',
  both: '{before}; {after}',

  accounts: 'Konten',
  accountsAndKeys: 'Konten auf diesem Computer',
  addAccount: 'Konto hinzufügen',
  findAnAccount: 'Konto suchen',
  clearSearch: 'Suche leeren',
  noMatch: 'Kein passendes Konto gefunden.',
  accountsNeedYou: '{count, plural, one {# Konto braucht Sie} other {# Konten brauchen Sie}}',
  needYou: '{count, plural, one {# braucht Sie} other {# brauchen Sie}}',
  needyCount: '{count, number}',
  attentionOf: 'Braucht Aufmerksamkeit: {name}',
  actionsFor: 'Aktionen für {name}',

  active: 'Aktiv',
  inactive: 'Inaktiv',
  loggedOut: 'Abgemeldet',
  locked: 'Gesperrt',

  switchTo: 'Zu diesem Konto wechseln',
  logInAgain: 'Erneut anmelden',
  logOut: 'Abmelden',
  rename: 'Umbenennen…',
  deleteAccountMenu: 'Konto löschen…',
  removeMenu: 'Von diesem Computer entfernen…',

  activeUser: 'Aktives Konto',
  nobodyIsActive: 'Niemand ist aktiv',
  chooseSomebody:
    '{platform, select, darwin {Wählen Sie ein Konto oder drücken Sie ⌘ und seine Nummer.} other {Wählen Sie ein Konto oder drücken Sie Strg und seine Nummer.}}',
  titleOf: '{name} — Hotseat',
  nowActive: 'Jetzt aktiv: {name}',
  wasAdded: '{name} hinzugefügt',
  wereAdded: '{count, plural, one {# Konto hinzugefügt} other {# Konten hinzugefügt}}',
  wasLoggedOut: '{name} abgemeldet',
  wereLoggedOut: '{count, plural, one {# Konto abgemeldet} other {# Konten abgemeldet}}',
  wasRemoved: '{name} entfernt',
  wereRemoved: '{count, plural, one {# Konto entfernt} other {# Konten entfernt}}',
  alsoAnnounced: '{first}. {second}',

  noAccountsYet: 'Noch keine Konten',
  welcome:
    'Bleiben Sie auf diesem Computer mit mehreren Konten angemeldet und wechseln Sie mit einem Tastendruck zwischen ihnen. Fügen Sie das erste hinzu; es ist sofort aktiv.',

  service: 'Dienst',
  atService: 'Dienst: {service}.',
  logIn: 'Anmelden',
  createAccount: 'Konto erstellen',
  email: 'E-Mail',
  password: 'Passwort',
  name: 'Name',
  optional: 'Optional',
  howTo: 'Art des Hinzufügens',
  continueAnonymously: 'Anonym fortfahren',
  anonymousHint: 'Ohne E-Mail und Passwort. Einmal abgemeldet, kann es nicht zurückkommen.',
  anonymousIsHere: '{name} ist schon hier. Damit kehren Sie dorthin zurück.',
  loggingIn: 'Anmeldung läuft…',
  creatingAccount: 'Konto wird erstellt…',
  logInAgainAs: 'Erneut als {name} anmelden',
  isSignedIn: '{name} ist angemeldet',
  isSignedInNow: '{name} ist angemeldet.',
  switchToIt: 'Dorthin wechseln',
  notNow: 'Nicht jetzt',

  renameTitle: '{name} umbenennen',
  nickname: 'Spitzname',
  nicknameHint: 'Nur auf diesem Computer. Ist er leer, gilt der eigene Name des Kontos.',
  save: 'Speichern',

  removeTitle: '{name} entfernen?',
  remove: 'Entfernen',
  removeKeeps:
    'Das Konto selbst besteht bei seinem Dienst weiter: Sie können es durch eine Anmeldung wieder hinzufügen. Hier fängt es dann von vorn an.',
  removeDeletes:
    'Das Konto wird auch bei seinem Dienst gelöscht, mit allem, was es enthält. Das lässt sich nicht rückgängig machen.',
  removeAnonymous:
    'Ein anonymes Konto hat nichts, womit es zurückkommen könnte; was es enthält, ist endgültig verloren.',
  alsoDelete: 'Auch das Konto löschen',
  alsoDeleteHint: 'Beim Dienst, mit allem, was es enthält.',

  deleteTitle: 'Konto von {name} löschen?',
  deleteAccount: 'Konto löschen',
  deleteErases:
    'Das Konto wird bei seinem Dienst ({service}) mit allem, was es enthält, gelöscht und von diesem Computer entfernt. Das lässt sich nicht rückgängig machen.',

  logOutTitle: '{name} abmelden?',
  logOutAnonymous:
    'Ein anonymes Konto hat weder E-Mail noch Passwort, um zurückzukommen. Mit der Abmeldung wird es entfernt, und was es enthält, ist endgültig verloren.',

  sessionStorage: 'Aufbewahrung der Sitzungen',
  howSessionsAreKept: 'Wie Sitzungen aufbewahrt werden',
  beginWithThisKeyring: 'Mit diesem Schlüsselbund beginnen',
  checkAgain: 'Erneut prüfen',
  storageTried: 'Soeben erprobt: Damit wurde etwas versiegelt und wieder geöffnet.',
};
