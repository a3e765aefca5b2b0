/** The quick switcher. */
export const quickSwitcher = {
  title: 'Switch account',
  placeholder: 'Switch account: a name, a service, or what to do',
  results: 'Accounts and actions',
  none: 'Nothing matches.',
  hint: 'Enter to choose, Esc to leave',
} as const;
