import type { UpdateView } from '../../../app/contract/update-views.ts';
import { useMirror } from '../../state/mirror.ts';
import { perform } from '../../state/perform.ts';
import { putOffUpdate, useView } from '../../state/view.ts';
import { words, updateWords } from '../../text/spoken.ts';
import { updateSentence } from '../../text/update-sentence.ts';
import { Button } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';

/** A calm line when a person’s word is needed; put off, it stays away for as long as it would say the same. */
export const UpdateNotice = () => {
  const view = useMirror(({ updates }) => updates);
  const running = useMirror(({ version }) => version);
  const putOff = useView(({ updatePutOff }) => updatePutOff);
  const occasion = occasionOf(view);
  if (occasion === undefined || putOff === occasion) return undefined;
  return (
    <Message
      tone={view.kind === 'failed' ? 'warning' : 'plain'}
      actions={
        <>
          <Button look="quiet" onPress={() => putOffUpdate(occasion)}>
            {view.kind === 'failed' ? words.dismiss : updateWords.later}
          </Button>
          {view.kind === 'available' && (
            <Button onPress={() => void perform('downloadUpdate', undefined)}>{updateWords.download}</Button>
          )}
          {view.kind === 'ready' && (
            <Button onPress={() => void perform('installUpdate', undefined)}>{updateWords.install}</Button>
          )}
        </>
      }
    >
      {updateSentence(view, running, 0)}
    </Message>
  );
};

/** A check that fails in the background is no concern of whoever works; the settings tell of it. */
const occasionOf = (view: UpdateView): string | undefined => {
  switch (view.kind) {
    case 'available':
    case 'ready':
      return `${view.kind} ${view.offer.version}`;
    case 'failed':
      return view.during === 'check' ? undefined : `${view.during} ${view.because}`;
    default:
      return undefined;
  }
};
