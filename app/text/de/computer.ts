import type { computer as english } from '../en/computer.ts';
import type { Translated } from '../message.ts';

export const computer: Translated<typeof english> = {
  section: 'Hotseat auf diesem Computer',
  startsAtLogin: 'Starten, wenn ich mich anmelde',
  startsAtLoginHint: 'Ohne Fenster, wo es ein Symbol gibt, mit dem es sich öffnen lässt.',
  showsTray: 'Symbol im Infobereich zeigen',
  showsTrayMac: 'Symbol in der Menüleiste zeigen',
  keepsRunning: 'Im Hintergrund weiterlaufen',
  iconMenu: 'Konten im Menü des Symbols zeigen',
  hints: {
    darwin: {
      tray: 'Es zeigt, wer aktiv ist; sein Menü wechselt und sperrt.',
      running:
        'Das Fenster zu schließen verbirgt es nur, und niemand wird abgemeldet. „Beenden“ beendet Hotseat.',
    },
    linux: {
      tray: 'Es zeigt, wer aktiv ist; sein Menü wechselt und sperrt. Manche Desktops zeigen solche Symbole nicht.',
      running:
        'Das Fenster zu schließen verbirgt es nur, und niemand wird abgemeldet. „Beenden“ beendet Hotseat. Zeigt der Desktop kein Symbol, starten Sie Hotseat noch einmal, um sein Fenster zu sehen.',
      iconMenu:
        'Die ersten, mit Namen, auch während Hotseat geschlossen ist. Ihre Namen stehen dann in ~/.local/share/applications/hotseat.desktop. Nur wo Hotseat als Paket installiert wurde.',
    },
    win32: {
      tray: 'Es zeigt, wer aktiv ist; sein Menü wechselt und sperrt.',
      running:
        'Das Fenster zu schließen verbirgt es nur, und niemand wird abgemeldet. „Beenden“ beendet Hotseat.',
      iconMenu:
        'Die ersten, mit Namen, auch während Hotseat geschlossen ist. Ihre Namen stehen dann in der Sprungliste, die Windows in einer Datei aufbewahrt.',
    },
  },
};
