import type { system as english } from '../en/system.ts';
import type { Translated } from '../message.ts';

export const system: Translated<typeof english> = {
  anonymous: 'Anonym {number}',
  thisComputer: 'Dieser Computer',
  isActive: 'Hotseat: {name} ist aktiv',
  nobodyIsActive: 'Hotseat: Niemand ist aktiv',
  openWindow: 'Hotseat öffnen',
  quit: 'Hotseat beenden',
  accounts: 'Konten',
  addAccount: 'Konto hinzufügen',
  lockAll: 'Alle sperren',
  lines: {
    active: '{name}',
    inactive: '{name}',
    locked: '{name} (gesperrt)',
    loggedOut: '{name} (abgemeldet)',
  },
  stillRunning: {
    title: 'Hotseat läuft weiter',
    body: 'Das Fenster ist ausgeblendet, und niemand wurde abgemeldet. Das Symbol in der Taskleiste bringt es zurück, ebenso ein erneuter Start von Hotseat. „Beenden“ beendet es.',
  },

  needsYou: '{name} braucht Sie',
  accountNeedsYou: 'Ein Konto braucht Sie',
  attention: {
    sessionExpired: 'Die Sitzung ist abgelaufen. Melden Sie sich wieder an, um fortzufahren.',
    sessionRevoked: 'Der Dienst hat die Sitzung beendet. Melden Sie sich wieder an, um fortzufahren.',
    sessionEndsSoon: 'Die Sitzung endet bald. Melden Sie sich wieder an, um sie zu behalten.',
    unreachable: 'Der Dienst ist zurzeit nicht erreichbar.',
    sessionNotSaved: 'Die Sitzung ist nur im Arbeitsspeicher.',
    keyringUnavailable:
      'Der Schlüsselbund ist gesperrt oder nicht da. Entsperren Sie ihn und prüfen Sie dann erneut.',
  },
  logInAgain: 'Wieder anmelden',

  // macOS begins: „Hotseat versucht, …“.
  touchId: { account: 'ein Konto zu entsperren', named: 'das Konto {name} zu entsperren' },
};
