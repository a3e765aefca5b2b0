import { X } from 'lucide-react';
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
}

export const NoteList = ({ userId, notes }: NoteListProps) => {
  if (notes.length === 0) return <p className={styles['empty']}>{words.notesEmpty}</p>;
  const remove = async (noteId: string) => {
    const error = await desk.remove(userId, noteId);
    if (error) showAlert(sentenceOf(error));
  };
  return (
    <ul aria-label={words.notes} className={styles['list']}>
      {notes.map((note) => (
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
            onPress={() => void remove(note.id)}
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
