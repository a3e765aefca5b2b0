import { z } from 'zod';

/**
 * The identity colours by name. All but the last are also given by Hotseat itself, in this order; what is stored of
 * that is the place in it. `production` only a person chooses: it warns.
 */
export const identityColours = [
  'blue',
  'yellow',
  'green',
  'coral',
  'purple',
  'sky',
  'raspberry',
  'lime',
  'brown',
  'lavender',
  'teal',
  'pink',
  'production',
] as const;

export const identityColourSchema = z.enum(identityColours);
export type IdentityColour = z.infer<typeof identityColourSchema>;

/** How many of them, from the first, are given to accounts for which nobody has chosen. */
export const givenColourCount = identityColours.length - 1;

interface Coloured {
  /** The place of the colour that was given. */
  readonly colour: number;
  readonly chosenColour?: IdentityColour | undefined;
}

/** The colour that an account wears. */
export const wornColour = ({ colour, chosenColour }: Coloured): IdentityColour =>
  chosenColour ?? identityColours[colour % givenColourCount] ?? identityColours[0];
