import type { list as english } from '../en/list.ts';
import type { Translated } from '../message.ts';

export const list: Translated<typeof english> = {
  view: 'Ansicht der Liste',
  groupByService: 'Nach Diensten gruppieren',
  inGroup: '{count, plural, one {# Konto} other {# Konten}}',

  drag: '{name} verschieben',
  moveUp: 'Nach oben',
  moveDown: 'Nach unten',
  movedTo: '{name} steht jetzt an Stelle {place, number} von {count, number}',

  select: 'Auswählen',
  selection: 'Ausgewählte Konten',
  selectAll: 'Alle auswählen',
  selected: '{count, number} ausgewählt',
  outOfSight: '{count, number} nicht im Blick',
  lock: 'Sperren',
  logOut: 'Abmelden',
  remove: 'Entfernen…',

  logOutTitle: '{count, plural, one {# Konto abmelden?} other {# Konten abmelden?}}',
  logOutAnonymous:
    '{count, plural, one {Eines davon ist anonym und hat weder E-Mail noch Passwort, um wiederzukommen. Das Abmelden entfernt es, und sein Inhalt ist endgültig verloren.} other {# davon sind anonym und haben weder E-Mail noch Passwort, um wiederzukommen. Das Abmelden entfernt sie, und ihr Inhalt ist endgültig verloren.}}',
  removeTitle: '{count, plural, one {# Konto entfernen?} other {# Konten entfernen?}}',
  removeErases:
    'Damit wird Folgendes von diesem Computer gelöscht: {names}, mit Sitzungen, Einträgen in der Liste und allem, was Arbeitsbereiche und Anfragen hier hinterlassen haben – Cookies, gespeicherte Daten, Cache und Verlauf.',
  removeKeeps:
    'Die Konten selbst bestehen bei ihren Diensten weiter: Sie können sie durch eine Anmeldung wieder hinzufügen. Dateien, die Sie heruntergeladen haben, bleiben.',
  removeAnonymous:
    '{count, plural, one {Eines davon ist anonym: Es hat nichts, um wiederzukommen, daher ist sein Inhalt endgültig verloren.} other {# davon sind anonym: Sie haben nichts, um wiederzukommen, daher ist ihr Inhalt endgültig verloren.}}',
};
