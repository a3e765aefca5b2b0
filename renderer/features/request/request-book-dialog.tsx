import { useState } from 'react';
import type { OutgoingRequest, RequestBook } from '../../../app/contract/request-views.ts';
import type { ServiceView } from '../../../app/contract/views.ts';
import { sentenceOf } from '../../text/sentences.ts';
import { words, requestWords } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogText } from '../../ui/dialog.tsx';
import { Message } from '../../ui/message.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Confirmation } from '../removal/confirmation.tsx';
import styles from './request-book.module.css';
import { PastRequests, SavedRequests, type BookActions } from './request-book-lists.tsx';
import { useRequestBook } from './use-request-book.ts';

interface RequestBookDialogProps {
  readonly service: ServiceView;
  readonly onFill: (request: OutgoingRequest) => void;
  readonly onClose: () => void;
}

type Part = keyof Pick<RequestBook, 'past' | 'saved'>;

const parts = () =>
  [
    { id: 'past', name: requestWords.recent },
    { id: 'saved', name: requestWords.saved },
  ] as const;

/** What was sent to a service, and what is saved for it. Choosing one fills the form. */
export const RequestBookDialog = ({ service, onFill, onClose }: RequestBookDialogProps) => {
  const [part, setPart] = useState<Part>('past');
  const [isClearing, setIsClearing] = useState(false);
  const { book, error, read, forget } = useRequestBook(service.id);
  const actions: BookActions = { onFill, onForget: (id, title) => void forget(id, title) };
  return (
    <Dialog title={requestWords.bookOf({ service: service.name })} width="wide" onClose={onClose}>
      <div className={styles['bar']}>
        <Segments label={requestWords.book} options={parts()} chosenId={part} onChoose={setPart} />
        {part === 'past' && book && book.past.length > 0 && (
          <Button look="link" onPress={() => setIsClearing(true)}>
            {requestWords.clear}
          </Button>
        )}
      </div>
      {error && (
        <Message
          tone="fault"
          role="alert"
          actions={
            <Button look="quiet" onPress={() => void read()}>
              {words.tryAgain}
            </Button>
          }
        >
          {sentenceOf(error)}
        </Message>
      )}
      {!book && !error && <p className={styles['none']}>{requestWords.bookLoading}</p>}
      {book && part === 'past' && <PastRequests past={book.past} {...actions} />}
      {book && part === 'saved' && <SavedRequests saved={book.saved} {...actions} />}
      {isClearing && (
        <Confirmation
          title={requestWords.clearTitle}
          confirmLabel={requestWords.clearConfirm}
          confirm={() => window.hotseat.execute('clearPastRequests', { serviceId: service.id })}
          onClose={() => {
            setIsClearing(false);
            void read();
          }}
        >
          <DialogText>{requestWords.clearWhat({ service: service.name })}</DialogText>
        </Confirmation>
      )}
    </Dialog>
  );
};
