import type { key as english } from '../en/key.ts';
import type { Translated } from '../message.ts';

export const key: Translated<typeof english> = {
  cycling: 'Konten nach letzter Benutzung',
  cyclingHint: 'Loslassen, um zu wechseln. Esc lässt alles, wie es ist.',
  nobodyElse: 'Es gibt kein anderes Konto, zu dem gewechselt werden kann.',

  keys: 'Tasten',
  lead: 'Jede wirkt überall in Hotseat, auch in einer Seite.',
  globalKey: 'Aus jedem Programm',
  globalKeyHint:
    'Holt Hotseat mit der durchsuchbaren Liste der Konten nach vorn und legt es wieder zurück, wenn Sie gewählt haben.',
  globalKeyRefused:
    'Das System überlässt Hotseat {key} nicht: Vielleicht hat ein anderes Programm diese Taste, oder dieser Desktop erlaubt keine. Wählen Sie eine andere, oder legen Sie eine in den Einstellungen des Systems fest.',
  allKeys: 'Tasten aller Befehle',
  noKey: 'Keine Taste',
  pressKey: 'Taste drücken…',
  change: 'Taste für {name} ändern: {key}',
  waiting: 'Drücken Sie die neue Taste für {name} oder Esc, um es beim Alten zu lassen',
  takeAway: 'Keine Taste für {name}',
  reset: 'Taste für {name} zurücksetzen',
  resetAll: 'Alle Tasten zurücksetzen',

  refusals: {
    taken:
      '{key} ist schon die Taste für „{holder}“. Wählen Sie eine andere Taste, oder nehmen Sie sie dort zuerst weg.',
    bare: '{key} allein würde beim Schreiben gedrückt. Halten Sie Strg, ⌘ oder Alt dazu, oder wählen Sie eine Funktionstaste.',
    typesText:
      '{key} schreibt auf manchen Tastaturen ein Zeichen. Wählen Sie eine Taste ohne diese Kombination.',
    notHeld:
      '{key} lässt sich nicht halten: Der Gang durch die Konten endet, wenn Strg, ⌘ oder Alt losgelassen wird. Halten Sie eine davon dazu.',
    reserved: '{key} wird für Texte, für Fenster oder vom System gebraucht. Wählen Sie eine andere Taste.',
    takenBySystem:
      'Das System überlässt Hotseat {key} nicht: Vielleicht hat ein anderes Programm diese Taste, oder dieser Desktop erlaubt keine. Wählen Sie eine andere Taste.',
  },

  names: {
    control: 'Strg',
    alt: 'Alt',
    shift: 'Umschalt',
    enter: 'Eingabe',
    tab: 'Tab',
    space: 'Leertaste',
    home: 'Pos1',
    end: 'Ende',
    pageUp: 'Bild auf',
    pageDown: 'Bild ab',
  },
};
