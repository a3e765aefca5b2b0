import { z } from 'zod';

/** What a Hotseat that found another one running hands over to it. Any program of the person can do so. */
const handedOverSchema = z.discriminatedUnion('wants', [
  z.strictObject({ wants: z.literal('window') }),
  /** Started for a command of a terminal, which asks by itself. */
  z.strictObject({ wants: z.literal('nothing') }),
  z.strictObject({ wants: z.literal('link'), link: z.string() }),
]);
export type HandedOver = z.infer<typeof handedOverSchema>;

/** An older or newer Hotseat that says something else wants a window at least. */
export const handedOver = (value: unknown): HandedOver => {
  const parsed = handedOverSchema.safeParse(value);
  return parsed.success ? parsed.data : { wants: 'window' };
};
