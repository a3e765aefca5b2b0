import type { colour as english } from '../en/colour.ts';
import type { Translated } from '../message.ts';

export const colour: Translated<typeof english> = {
  colour: 'Farbe',
  hint: 'Nur auf diesem Computer. Jede hat auch eine eigene Form.',
  automatic: 'Automatisch',
  productionHint:
    'Für Konten, bei denen ein Fehler teuer ist: mit einem Zeichen und dem Wort überall, wo das Konto gezeigt wird.',
  names: {
    blue: 'Blau',
    yellow: 'Gelb',
    green: 'Grün',
    coral: 'Koralle',
    purple: 'Lila',
    sky: 'Himmelblau',
    raspberry: 'Himbeere',
    lime: 'Limette',
    brown: 'Braun',
    lavender: 'Lavendel',
    teal: 'Petrol',
    pink: 'Rosa',
    production: 'Produktion',
  },
};
