import { z } from 'zod';
import { saidCheckSchema } from '../diagnosis/said-check.ts';

/** What the window shows of a diagnosis, in its language. The texts are what would be saved, word for word. */
export const diagnosisViewSchema = z.strictObject({
  /** What all checks come to. */
  outcome: z.string(),
  checks: z.array(saidCheckSchema).readonly(),
  text: z.string(),
  /** The same with the addresses of services. */
  textWithAddresses: z.string(),
});
export type DiagnosisView = z.infer<typeof diagnosisViewSchema>;

export type { SaidCheck } from '../diagnosis/said-check.ts';
