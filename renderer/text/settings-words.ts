/** The fixed texts of the settings beyond services. */
export const settingsWords = {
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
} as const;
