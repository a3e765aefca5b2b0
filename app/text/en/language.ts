/** Which language is spoken. */
export const language = {
  label: 'Language',
  hint: 'Of everything that Hotseat says. Pages speak as they please.',
  asTheSystem: 'As the system',
} as const;
