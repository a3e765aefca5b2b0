import { useCallback, useEffect, useRef } from 'react';
import type { ErrorReport } from '../../../app/contract/bridge.ts';
import type { ServiceView, UserView } from '../../../app/contract/views.ts';
import { useActiveUser, useService } from '../../state/mirror.ts';
import { sentenceOf } from '../../text/sentences.ts';
import { words } from '../../text/words.ts';
import { Button } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';
import { desk } from './desk.ts';
import { NewNote } from './new-note.tsx';
import { NoteList } from './note-list.tsx';
import styles from './notebook.module.css';
import { useNotebook } from './notebooks.ts';

export const Notebook = () => {
  const user = useActiveUser();
  const service = useService(user);
  if (!user || !service) return undefined;
  // An issuer only says who somebody is.
  if (service.kind === 'openIdConnect') return <NoNotebook serviceName={service.name} />;
  return <NotebookOf key={user.id} user={user} service={service} />;
};

const NoNotebook = ({ serviceName }: { readonly serviceName: string }) => (
  <div>
    <p className={styles['waiting']}>{words.noNotebook(serviceName)}</p>
  </div>
);

interface NotebookOfProps {
  readonly user: UserView;
  readonly service: ServiceView;
}

const NotebookOf = ({ user, service }: NotebookOfProps) => {
  const { notes, error } = useNotebook(desk, user.id);
  const newNote = useRef<HTMLTextAreaElement>(null);
  const write = useCallback(() => newNote.current?.focus(), []);
  useEffect(() => void desk.read(user.id), [user.id]);
  if (service.kind === 'appServices' && isMissing(error)) return <NoNotebook serviceName={service.name} />;
  return (
    <section aria-labelledby="notebook-title" className={styles['notebook']}>
      <header className={styles['header']}>
        <h2 id="notebook-title" className={styles['title']}>
          {words.notebook}
        </h2>
        <p className={styles['of']}>{words.noteOf(user.name)}</p>
      </header>
      <NewNote userId={user.id} inputRef={newNote} />
      {error && (
        <Message
          tone="fault"
          role="alert"
          actions={
            <Button look="quiet" onPress={() => void desk.read(user.id)}>
              {words.tryAgain}
            </Button>
          }
        >
          {sentenceOf(error)}
        </Message>
      )}
      {notes === undefined && !error && <p className={styles['waiting']}>{words.notesLoading}</p>}
      {notes && <NoteList userId={user.id} notes={notes} onEmptied={write} />}
    </section>
  );
};

/** A server of somebody else need not have the functions of a notebook. */
const isMissing = (error: ErrorReport | undefined): boolean =>
  error?.code === 'serverError' && error.status === 404;
