import type { IdentityColour } from '../../users/identity-colour.ts';
import type { Messages } from '../message.ts';

/** Colours of accounts. */
export const colour = {
  colour: 'Colour',
  hint: 'Only on this computer. Each has a shape of its own too.',
  automatic: 'Automatic',
  productionHint:
    'For accounts where a mistake is dear: with a sign and the word wherever the account is shown.',
  names: {
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
    production: 'Production',
  },
} as const satisfies { readonly names: Record<IdentityColour, string> } & Messages;
