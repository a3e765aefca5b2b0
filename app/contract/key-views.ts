import { z } from 'zod';
import { chordSchema } from '../surfaces/chord.ts';
import { keyRefusalSchema } from '../surfaces/key-refusal.ts';
import { surfaceCommandSchema } from '../surfaces/surface-commands.ts';

/** A command with its keys as they are now. */
export const commandKeysViewSchema = z.strictObject({
  command: surfaceCommandSchema,
  name: z.string(),
  keys: z.array(chordSchema).readonly(),
  /** Has the person chosen them? */
  isChosen: z.boolean(),
});
export type CommandKeysView = z.infer<typeof commandKeysViewSchema>;

export const keysViewSchema = z.strictObject({
  commands: z.array(commandKeysViewSchema).readonly(),
  /** The key that calls Hotseat up from anywhere was chosen, but the system does not give it. */
  isGlobalKeyRefused: z.boolean(),
});
export type KeysView = z.infer<typeof keysViewSchema>;

/** What comes of choosing a key. Refused, nothing has changed. */
export const keyChangeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('changed') }),
  z.strictObject({ kind: z.literal('refused'), key: chordSchema, because: keyRefusalSchema }),
]);
export type KeyChange = z.infer<typeof keyChangeSchema>;

/** `left`: the person pressed Escape or Tab, or went elsewhere. */
export const capturedKeySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('pressed'), key: chordSchema }),
  z.strictObject({ kind: z.literal('left') }),
]);
export type CapturedKey = z.infer<typeof capturedKeySchema>;
