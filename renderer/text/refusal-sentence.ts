import type { KeyChange } from '../../app/contract/key-views.ts';
import { keyWords } from './spoken.ts';

type Refusal = Extract<KeyChange, { kind: 'refused' }>['because'];

/** Why a command did not get a key, and what to do. `holder`: the command that has it. */
export const refusalSentence = (key: string, because: Refusal, holder: string): string =>
  because.kind === 'taken'
    ? keyWords.refusals.taken({ key, holder })
    : keyWords.refusals[because.kind]({ key });
