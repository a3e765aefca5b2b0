/** What is said about keys, and while they are held. */
export const keyWords = {
  cycling: 'Accounts by recent use',
  cyclingHint: 'Let go to switch. Esc leaves everything as it is.',
  nobodyElse: 'No other account can be switched to.',
} as const;
