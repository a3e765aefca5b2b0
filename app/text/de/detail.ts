import type { detail as english } from '../en/detail.ts';
import type { Translated } from '../message.ts';

export const detail: Translated<typeof english> = {
  menu: 'Details…',
  title: 'Details von {name}',
  loading: 'Die Details werden gelesen…',
  about: 'Konto',
  service: 'Dienst',
  email: 'E-Mail',
  noEmail: 'Keine',
  id: 'ID beim Dienst',
  session: 'Sitzung',
  sessionEnds: 'Sitzung endet',
  endNotSaid: 'Der Dienst sagt es nicht.',
  endOf: '{relative} ({absolute})',

  waysIn: 'Anmeldewege',
  noWays: 'Der Dienst nennt keine.',
  kinds: {
    'anon-user': 'Anonym',
    'local-userpass': 'E-Mail und Passwort',
    'api-key': 'API-Schlüssel',
    'custom-token': 'Eigenes Token',
    'custom-function': 'Eigene Funktion',
    'openid-connect': 'OpenID Connect',
    'oauth2-google': 'Google',
    'oauth2-facebook': 'Facebook',
    'oauth2-apple': 'Apple',
  },
  linkAnother: 'Weiteren Anmeldeweg verknüpfen…',
  linkTitle: 'Weiteren Anmeldeweg verknüpfen',
  linkLead: '{name} behält alles und kann sich dann auch auf diesem Weg anmelden.',
  linkAnonymousLead:
    '{name} wird zu einem Konto, das wiederkommen kann: Es behält alles und meldet sich von da an auf diesem Weg an.',
  isNew: 'Bei diesem Dienst noch neu',
  isNewHint:
    'Hotseat registriert E-Mail und Passwort zuerst. Andernfalls müssen sie dort schon bekannt sein.',
  link: 'Verknüpfen',
  linking: 'Wird verknüpft…',
  isLinked: 'Der Anmeldeweg ist verknüpft.',

  customData: 'Eigene Daten',
  noCustomData: 'Der Dienst bewahrt für dieses Konto keine auf.',
  refresh: 'Aktualisieren',
  refreshing: 'Der Dienst wird gefragt…',

  apiKeys: 'API-Schlüssel',
  apiKeysLead: 'Mit einem solchen Schlüssel meldet sich ein Programm als dieses Konto an.',
  keysLoading: 'Die Schlüssel werden abgefragt…',
  noKeys: 'Es gibt noch keine.',
  newKey: 'Neuer Schlüssel',
  keyName: 'Name des Schlüssels',
  keyNameHint: 'Buchstaben, Ziffern, Bindestriche und Unterstriche.',
  createKey: 'Erstellen',
  creatingKey: 'Wird erstellt…',
  keyIsInClipboard:
    'Der Schlüssel ist eine Minute lang in der Zwischenablage. Er lässt sich nicht noch einmal lesen.',
  keyEnabled: 'Eingeschaltet',
  keyDisabled: 'Ausgeschaltet',
  enable: '{name} einschalten',
  deleteKey: '{name} löschen',
  deleteKeyTitle: 'Den Schlüssel {name} löschen?',
  deleteKeyText:
    'Was sich damit anmeldet, ist sofort ausgesperrt. Ein gelöschter Schlüssel lässt sich nicht wiederherstellen.',
  delete: 'Löschen',

  signOutInBrowser: 'Auch im Browser abmelden',
  browserTitle: 'Im Browser',
  browserLead:
    'Auch der Browser ist vielleicht bei {service} angemeldet. Wird er dort abgemeldet, fragt die nächste Anmeldung, wer es ist.',
  leftInBrowser: '{name} ist hier abgemeldet. Der Browser ist vielleicht noch angemeldet.',
};
