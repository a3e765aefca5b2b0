import type { portable as english } from '../en/portable.ts';
import type { Translated } from '../message.ts';

export const portable: Translated<typeof english> = {
  title: 'Kontenliste',
  lead: 'Um dieselben Konten auf einem anderen Computer zu haben: ihre Namen, Farben und Dienste, in einer Datei. Mit ihr allein kann sich niemand anmelden; kein Token, kein Passwort und kein Client-Geheimnis steht darin.',
  export: 'Konten exportieren…',
  exportDenied: 'Ihre Organisation erlaubt nicht, die Liste zu exportieren.',
  import: 'Konten importieren…',
  importTitle: 'Konten importieren',
  importLead:
    'Die Datei sagt, wo diese Dienste sind. Wer sich anmeldet, sendet seine Anmeldung dorthin; fügen Sie daher nur hinzu, was Sie kennen.',
  services: 'Dienste in der Datei',
  newAccounts: '{count, plural, one {# neues Konto} other {# neue Konten}}',
  standings: {
    new: 'Wird hinzugefügt',
    known: 'Schon hier',
    refused: 'Nach den Regeln dieses Computers nicht erlaubt',
  },
  needsSecret:
    'Er verlangt ein Client-Geheimnis, das in keiner Datei steht: Bearbeiten Sie den Dienst, und geben Sie es vor der ersten Anmeldung ein.',
  importing: 'Wird hinzugefügt…',
  takeBack: 'Wieder entfernen',
  takenBack: 'Alles ist wieder entfernt.',
  done: 'Fertig',

  exported:
    '{accounts, plural, one {{services, plural, one {1 Konto und 1 Dienst exportiert.} other {1 Konto und # Dienste exportiert.}}} other {{services, plural, one {{accounts, number} Konten und 1 Dienst exportiert.} other {{accounts, number} Konten und # Dienste exportiert.}}}}',
  leftOut: 'Ausgelassen: {accounts}.',
  left: {
    ofThisComputer:
      '{count, plural, one {# von diesem Computer, das es nur hier gibt} other {# von diesem Computer, die es nur hier gibt}}',
    anonymous: '{count, plural, one {# anonymes} other {# anonyme}}',
    others:
      '{count, plural, one {# mit einem Dienst, der nicht mehr bekannt ist} other {# mit Diensten, die nicht mehr bekannt sind}}',
  },
  leftToo: '{before}; {next}',

  noAccounts: 'In der Datei sind keine Konten.',
  willBeAdded:
    '{count, plural, one {# Konto wird am Ende Ihrer Liste hinzugefügt, abgemeldet, bis Sie sich anmelden.} other {# Konten werden am Ende Ihrer Liste hinzugefügt, abgemeldet, bis Sie sich anmelden.}}',
  areHere:
    '{count, plural, one {Ein Konto ist schon hier und bleibt, wie es ist.} other {# Konten sind schon hier und bleiben, wie sie sind.}}',
  areRefused:
    '{count, plural, one {# Konto lassen die Regeln dieses Computers nicht zu.} other {# Konten lassen die Regeln dieses Computers nicht zu.}}',
  addAccounts: '{count, plural, one {# Konto hinzufügen} other {# Konten hinzufügen}}',
  addServices: '{count, plural, one {# Dienst hinzufügen} other {# Dienste hinzufügen}}',

  addedAccounts: '{accounts, plural, one {# Konto hinzugefügt.} other {# Konten hinzugefügt.}}',
  addedBoth:
    '{accounts, plural, one {{services, plural, one {1 Konto und 1 Dienst hinzugefügt.} other {1 Konto und # Dienste hinzugefügt.}}} other {{services, plural, one {{accounts, number} Konten und 1 Dienst hinzugefügt.} other {{accounts, number} Konten und # Dienste hinzugefügt.}}}}',
  logInNext: 'Melden Sie sich an, um sie zu benutzen.',
};
