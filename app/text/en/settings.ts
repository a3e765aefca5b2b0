import type { Settings } from '../../settings/settings.ts';
import type { Messages } from '../message.ts';

/** Settings beyond services. */
export const settings = {
  find: 'Find a setting',
  sections: 'Sections',
  nothingFound: 'No setting has that in its name or its explanation.',

  appearance: 'Appearance',
  theme: 'Theme',
  themeHint: 'Pages of workspaces that have both light and dark colours follow too.',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  highContrast: 'High contrast',
  highContrastHint: 'Stronger text and lines, also where the system does not ask for them.',
  textSize: 'Text size',
  textSizeHint: 'Of this window. Zooming it comes on top; pages have a zoom of their own.',
  percent: '{count, number} %',

  general: 'General',
  liveWorkspaces: 'Workspaces kept open',
  liveWorkspacesHint:
    'Each one takes memory, often 100 MB or more. Others come back where they were, after loading again.',
  succession: 'When the active account leaves',
  successionHint: 'After you log it out or remove it.',
  successors: {
    mostRecent: 'The account used last takes the seat',
    nobody: 'Nobody is active until you choose',
  },

  logLevel: 'What is logged',
  logLevelHint:
    'In files on this computer, five megabytes at most, without secrets. More than usual helps to find a fault.',
  logLevels: {
    error: 'Failures of Hotseat itself',
    warn: 'Failures and warnings',
    info: 'The usual',
    debug: 'Everything that Hotseat is asked to do',
  },
} as const satisfies {
  readonly themes: Record<Settings['theme'], string>;
  readonly successors: Record<Settings['succession'], string>;
  readonly logLevels: Record<Settings['logLevel'], string>;
} & Messages;
