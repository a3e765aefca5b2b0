import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { UserId } from '../../../app/contract/bridge.ts';
import { showAlert } from '../../state/view.ts';
import { sentenceOf } from '../../text/sentences.ts';
import { words } from '../../text/words.ts';
import { Button } from '../../ui/button.tsx';
import { desk } from './desk.ts';
import styles from './note-list.module.css';
import type { Note } from './note.ts';

interface NoteListProps {
  readonly userId: UserId;
  readonly notes: readonly Note[];
  readonly onEmptied: () => void;
}

export const NoteList = ({ userId, notes, onEmptied }: NoteListProps) => {
  const list = useRef<HTMLUListElement>(null);
  const removedAt = useRef<number>(undefined);

  // The removed note took the focus with it: it goes to the note that moved up, or back to writing.
  useEffect(() => {
    if (removedAt.current === undefined) return;
    const buttons = list.current?.querySelectorAll('button');
    const next = buttons?.[Math.min(removedAt.current, notes.length - 1)];
    removedAt.current = undefined;
    if (document.activeElement !== document.body) return;
    if (next) next.focus();
    else onEmptied();
  }, [notes, onEmptied]);

  if (notes.length === 0) return <p className={styles['empty']}>{words.notesEmpty}</p>;

  const remove = async (noteId: string, index: number) => {
    removedAt.current = index;
    const error = await desk.remove(userId, noteId);
    if (!error) return;
    removedAt.current = undefined;
    showAlert(sentenceOf(error));
  };
  return (
    <ul ref={list} aria-label={words.notes} className={styles['list']}>
      {notes.map((note, index) => (
        <li key={note.id} className={styles['note']}>
          <p className={styles['text']} dir="auto">
            {note.text}
          </p>
          <time className={styles['time']} dateTime={new Date(note.createdAtMs).toISOString()}>
            {when.format(note.createdAtMs)}
          </time>
          <Button
            look="icon"
            aria-label={words.removeNote(startOf(note.text))}
            onPress={() => void remove(note.id, index)}
          >
            <X size={16} aria-hidden="true" />
          </Button>
        </li>
      ))}
    </ul>
  );
};

const when = new Intl.DateTimeFormat(undefined, {
  day: 'numeric',
  month: 'short',
  hour: 'numeric',
  minute: '2-digit',
});

const longestStart = 40;

const startOf = (text: string): string => {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  return line.length > longestStart ? `${line.slice(0, longestStart).trimEnd()}…` : line;
};
