import type { settings as english } from '../en/settings.ts';
import type { Translated } from '../message.ts';

export const settings: Translated<typeof english> = {
  find: 'Suchen',
  sections: 'Abschnitte',
  nothingFound: 'Keine Einstellung hat das in ihrem Namen oder ihrer Erklärung.',

  appearance: 'Darstellung',
  theme: 'Farbschema',
  themeHint: 'Seiten von Arbeitsbereichen, die helle und dunkle Farben haben, folgen ihm auch.',
  themes: { system: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
  highContrast: 'Hoher Kontrast',
  highContrastHint: 'Kräftigere Schrift und Linien, auch wo das System nicht darum bittet.',
  textSize: 'Schriftgröße',
  textSizeHint: 'In diesem Fenster. Sein Zoom kommt hinzu; Seiten haben einen eigenen.',
  percent: '{count, number} %',

  general: 'Allgemein',
  liveWorkspaces: 'Offen gehaltene Arbeitsbereiche',
  liveWorkspacesHint:
    'Jeder braucht Arbeitsspeicher, oft 100 MB oder mehr. Andere kommen nach erneutem Laden dort wieder, wo sie waren.',
  succession: 'Wenn das aktive Konto geht',
  successionHint: 'Nachdem Sie es abgemeldet oder entfernt haben.',
  successors: {
    mostRecent: 'Das zuletzt benutzte Konto wird aktiv',
    nobody: 'Keines ist aktiv, bis Sie wählen',
  },

  logLevel: 'Was in die Logdatei kommt',
  logLevelHint:
    'In Dateien auf diesem Computer, höchstens fünf Megabyte, ohne Geheimnisse. Mehr als üblich hilft, einen Fehler zu finden.',
  logLevels: {
    error: 'Fehler von Hotseat selbst',
    warn: 'Fehler und Warnungen',
    info: 'Das Übliche',
    debug: 'Alles, worum Hotseat gebeten wird',
  },
};
