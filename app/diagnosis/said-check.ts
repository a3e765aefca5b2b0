import { z } from 'zod';
import { checkResultSchema, type CheckResult } from './check-result.ts';
import { verdictOf } from './diagnosis-report.ts';
import { findingSentence, type DiagnosisSpeech } from './finding-sentence.ts';

/** A check that was made, in words. */
export const saidCheckSchema = checkResultSchema.pick({ number: true, verdict: true }).extend({
  name: z.string(),
  /** The verdict in a word. */
  worth: z.string(),
  sentence: z.string(),
});
export type SaidCheck = z.infer<typeof saidCheckSchema>;

export const saidCheck = (
  { number, check, verdict, finding }: CheckResult,
  speech: DiagnosisSpeech,
): SaidCheck => {
  const { names, verdicts } = speech.words.diagnosis;
  const sentence = findingSentence(finding, speech);
  return { number, verdict, name: names[check], worth: verdicts[verdict], sentence };
};

/** What all of them come to. */
export const outcomeSentence = (checks: readonly CheckResult[], { words }: DiagnosisSpeech): string => {
  const { outcomes } = words.diagnosis;
  const worst = verdictOf({ checks });
  if (worst !== 'failed') return outcomes[worst];
  return outcomes.failed({ count: checks.filter(({ verdict }) => verdict === 'failed').length });
};
