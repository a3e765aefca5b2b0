import { useState } from 'react';
import type { ErrorReport, UserId } from '../../../app/contract/bridge.ts';
import type { ServiceView } from '../../../app/contract/views.ts';
import { readMirror } from '../../state/mirror.ts';
import { announce } from '../../state/view.ts';
import { requestWords } from '../../text/request-words.ts';
import { sentenceOf } from '../../text/sentences.ts';
import { requestOf, type RequestDraft } from './request-draft.ts';

export interface CurlNote {
  readonly isDone: boolean;
  readonly sentence: string;
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
  const [noted, setNoted] = useState<{ readonly of: RequestDraft; readonly note: CurlNote }>();

  const copy = async (of: RequestDraft, userId: UserId): Promise<void> => {
    const written = requestOf(of);
    if (!written.ok) return onRefused(written.error);
    const outcome = await window.hotseat.execute('copyAsCurl', { userId, request: written.request });
    if (!outcome.ok && outcome.error.code === 'invalidInput') return onRefused(outcome.error);
    const sentence = outcome.ok
      ? requestWords.curlCopied(readMirror().users.get(userId)?.name ?? '')
      : failureOf(outcome.error, service);
    if (outcome.ok) announce(sentence);
    return setNoted({ of, note: { isDone: outcome.ok, sentence } });
  };

  return { note: noted?.of === draft ? noted.note : undefined, copy };
};

const failureOf = (error: ErrorReport, { kind }: ServiceView): string => {
  if (error.code !== 'conflict' || error.with !== 'notOffered') return sentenceOf(error);
  if (kind === 'directory') return requestWords.noCurlForDirectory;
  return readMirror().platform === 'win32' ? requestWords.noCurlHere : requestWords.noCurlForBody;
};
