import { z } from 'zod';
import { checkResultSchema } from '../diagnosis/check-result.ts';

/** What the window shows of a diagnosis. The texts are what would be saved, word for word. */
export const diagnosisViewSchema = z.strictObject({
  checks: z.array(checkResultSchema).readonly(),
  text: z.string(),
  /** The same with the addresses of services. */
  textWithAddresses: z.string(),
});
export type DiagnosisView = z.infer<typeof diagnosisViewSchema>;

export type { CheckResult, Verdict } from '../diagnosis/check-result.ts';
export type { CheckName, Finding, ServiceReach } from '../diagnosis/finding.ts';
