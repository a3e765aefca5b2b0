import type { diagnosing as english } from '../en/diagnosing.ts';
import type { Translated } from '../message.ts';

export const diagnosing: Translated<typeof english> = {
  diagnosis: 'Diagnose',
  lead: 'Prüft, was Hotseat auf diesem Computer braucht, für Sie und alle, die Ihnen helfen. Nichts wird irgendwohin gesendet: Bei den Diensten, die Sie hinzugefügt haben, wird nur gefragt, ob sie da sind.',
  open: 'Diagnose starten…',
  running: 'Es wird geprüft…',
  checks: 'Prüfungen',
  again: 'Erneut prüfen',
  save: 'Speichern…',
  copy: 'Kopieren',
  copied: 'Kopiert.',
  saved: 'Gespeichert, nur für Sie lesbar.',
  withAddresses: 'Adressen der Dienste nennen',
  withAddressesHint: 'Sonst sind es Nummern. Namen von Konten stehen in keinem Fall darin.',
  whatIsSaved: 'Was gespeichert würde',
  whatIsSavedHint: 'Wort für Wort. Sehen Sie es durch, bevor Sie es weitergeben.',
};
