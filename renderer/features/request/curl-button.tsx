import { useState } from 'react';
import type { ErrorReport, UserId } from '../../../app/contract/bridge.ts';
import type { ServiceView } from '../../../app/contract/views.ts';
import { readMirror } from '../../state/mirror.ts';
import { announce } from '../../state/view.ts';
import { requestWords } from '../../text/request-words.ts';
import { sentenceOf } from '../../text/sentences.ts';
import { Button } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';
import styles from './curl-button.module.css';
import { requestOf, type RequestDraft } from './request-draft.ts';

interface CurlButtonProps {
  readonly service: ServiceView;
  readonly draft: RequestDraft;
  readonly userId: UserId;
  /** There is something wrong with what was written. */
  readonly onRefused: (error: ErrorReport) => void;
}

type Result = { readonly draft: RequestDraft; readonly isDone: boolean; readonly sentence: string };

/** Puts the request into the clipboard as a command, and says what the command will do. */
export const CurlButton = ({ service, draft, userId, onRefused }: CurlButtonProps) => {
  const [result, setResult] = useState<Result>();
  // It was about what was written then.
  const shown = result?.draft === draft ? result : undefined;

  const copy = async () => {
    const written = requestOf({ ...draft, kind: 'http' });
    if (!written.ok) return onRefused(written.error);
    const outcome = await window.hotseat.execute('copyAsCurl', { userId, request: written.request });
    if (outcome.ok) {
      const sentence = requestWords.curlCopied(readMirror().users.get(userId)?.name ?? '');
      announce(sentence);
      return setResult({ draft, isDone: true, sentence });
    }
    if (outcome.error.code === 'invalidInput') return onRefused(outcome.error);
    return setResult({ draft, isDone: false, sentence: failureOf(outcome.error, service) });
  };

  return (
    <div className={styles['curl']}>
      <Button look="link" onPress={() => void copy()}>
        {requestWords.copyCurl}
      </Button>
      {shown && (
        <div className={styles['result']}>
          {shown.isDone ? (
            <Message tone="plain">{shown.sentence}</Message>
          ) : (
            <Message tone="fault" role="alert">
              {shown.sentence}
            </Message>
          )}
        </div>
      )}
    </div>
  );
};

const failureOf = (error: ErrorReport, { kind }: ServiceView): string => {
  if (error.code !== 'conflict' || error.with !== 'notOffered') return sentenceOf(error);
  return kind === 'directory' ? requestWords.noCurlForDirectory : requestWords.noCurlHere;
};
