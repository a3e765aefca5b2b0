import type { quickSwitcher as english } from '../en/quick-switcher.ts';
import type { Translated } from '../message.ts';

export const quickSwitcher: Translated<typeof english> = {
  title: 'Konto wechseln',
  placeholder: 'Konto wechseln: ein Name, ein Dienst oder was zu tun ist',
  results: 'Konten und Befehle',
  none: 'Nichts passt dazu.',
  hint: 'Eingabetaste zum Wählen, Esc zum Verlassen',
};
