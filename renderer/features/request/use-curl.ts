import { useState } from 'react';
import type { ErrorReport, Outcome, UserId } from '../../../app/contract/bridge.ts';
import type { ServiceView } from '../../../app/contract/views.ts';
import { readMirror } from '../../state/mirror.ts';
import { announce } from '../../state/view.ts';
import { sentenceOf } from '../../text/sentences.ts';
import { requestWords } from '../../text/spoken.ts';
import { requestOf, type RequestDraft } from './request-draft.ts';

export interface CurlNote {
  readonly isDone: boolean;
  readonly sentence: string;
}

/** What came of copying a draft, for whom. */
interface Noted {
  readonly of: RequestDraft;
  readonly name: string;
  readonly outcome: Outcome<unknown>;
}

interface Curl {
  /** What came of copying what is written now. */
  readonly note: CurlNote | undefined;
  readonly copy: (draft: RequestDraft, userId: UserId) => Promise<void>;
}

/** Puts the request into the clipboard as a command, and says what the command will do. */
export const useCurl = (
  service: ServiceView,
  draft: RequestDraft,
  onRefused: (error: ErrorReport) => void,
): Curl => {
  const [noted, setNoted] = useState<Noted>();

  const copy = async (of: RequestDraft, userId: UserId): Promise<void> => {
    const written = requestOf(of);
    if (!written.ok) return onRefused(written.error);
    const outcome = await window.hotseat.execute('copyAsCurl', { userId, request: written.request });
    if (!outcome.ok && outcome.error.code === 'invalidInput') return onRefused(outcome.error);
    const now = { of, name: readMirror().users.get(userId)?.name ?? '', outcome };
    if (outcome.ok) announce(sentenceIn(now, service));
    return setNoted(now);
  };

  const shown = noted?.of === draft ? noted : undefined;
  return { note: shown && { isDone: shown.outcome.ok, sentence: sentenceIn(shown, service) }, copy };
};

const sentenceIn = ({ name, outcome }: Noted, service: ServiceView): string =>
  outcome.ok ? requestWords.curlCopied({ name }) : failureOf(outcome.error, service);

const failureOf = (error: ErrorReport, { kind }: ServiceView): string => {
  if (error.code !== 'conflict' || error.with !== 'notOffered') return sentenceOf(error);
  if (kind === 'directory') return requestWords.noCurlForDirectory;
  return readMirror().platform === 'win32' ? requestWords.noCurlHere : requestWords.noCurlForBody;
};
