import type { UserView } from '../../app/contract/views.ts';

type IdentityColour = UserView['colour'];

/** Texts about the colour of an account. */
export const colourWords = {
  colour: 'Colour',
  hint: 'Only on this computer. Each has a shape of its own too.',
  automatic: 'Automatic',
  production: 'Production',
  productionHint:
    'For accounts where a mistake is dear: with a sign and the word wherever the account is shown.',
} as const;

export const colourNames: Record<IdentityColour, string> = {
  blue: 'Blue',
  yellow: 'Yellow',
  green: 'Green',
  coral: 'Coral',
  purple: 'Purple',
  sky: 'Sky',
  raspberry: 'Raspberry',
  lime: 'Lime',
  brown: 'Brown',
  lavender: 'Lavender',
  teal: 'Teal',
  pink: 'Pink',
  production: colourWords.production,
};
