import type { InputField, InputProblem } from '../../app/errors.ts';
import { inputWords } from './spoken.ts';

type OfField = Readonly<Partial<Record<InputProblem, string>>>;

/** What is wrong with an input, and what to do. */
export const inputSentence = (field: InputField, problem: InputProblem): string => {
  const own: OfField = inputWords.fields[field];
  return own[problem] ?? inputWords.any[problem];
};
