import { z } from 'zod';
import { identityColourSchema } from '../users/identity-colour.ts';

/** 64 pixels square at most, four bytes each, in base64. */
const mostCharacters = Math.ceil((64 * 64 * 4) / 3) * 4;

const layerSchema = z.strictObject({
  /** Width and height in pixels. */
  side: z.int().min(8).max(64),
  /** Red, green, blue and alpha, not multiplied, row by row, in base64. */
  pixels: z.base64().max(mostCharacters),
});

/**
 * The mark of an account as the window draws it, for the tray and the taskbar: only the window has fonts for every
 * script. Plain pixels, so that main takes nothing of the page’s apart.
 */
export const markPictureSchema = z.strictObject({
  initials: z.string().min(1).max(64),
  colour: identityColourSchema,
  /** The same at one size after the other; the first has the size of one logical pixel each. */
  layers: z.array(layerSchema).min(1).max(4).readonly(),
});
export type MarkPicture = z.infer<typeof markPictureSchema>;
