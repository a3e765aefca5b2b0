import type { dialog as english } from '../en/dialog.ts';
import type { Translated } from '../message.ts';

export const dialog: Translated<typeof english> = {
  leave: {
    question: 'Diese Seite verlassen?',
    detail: 'Die Seite meldet, dass etwas auf ihr nicht gespeichert ist. Es geht verloren, wenn Sie gehen.',
    leave: 'Verlassen',
    stay: 'Bleiben',
  },
  callback: {
    signedIn: {
      heading: 'Sie sind angemeldet',
      text: 'Sie können diese Seite schließen und zu Hotseat zurückkehren.',
    },
    notSignedIn: {
      heading: 'Sie sind nicht angemeldet',
      text: 'Sie können diese Seite schließen. Hotseat sagt, was schiefgegangen ist.',
    },
    refused: {
      heading: 'Hier gibt es nichts zu sehen',
      text: 'Diese Seite gehört zu Hotseat und zu einer Anmeldung, um die es nicht gebeten hat. Sie können sie schließen.',
    },
  },
};
