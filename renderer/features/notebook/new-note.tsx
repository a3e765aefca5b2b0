import { useState, type KeyboardEvent, type Ref } from 'react';
import { Form } from 'react-aria-components/Form';
import { Label } from 'react-aria-components/Label';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField } from 'react-aria-components/TextField';
import type { UserId } from '../../../app/contract/bridge.ts';
import { setDraft, showAlert, useView } from '../../state/view.ts';
import { sentenceOf } from '../../text/sentences.ts';
import { words } from '../../text/words.ts';
import { Button } from '../../ui/button.tsx';
import { desk } from './desk.ts';
import styles from './new-note.module.css';

interface NewNoteProps {
  readonly userId: UserId;
  readonly inputRef: Ref<HTMLTextAreaElement>;
}

/** Enter adds the note, Shift+Enter begins a new line. */
export const NewNote = ({ userId, inputRef }: NewNoteProps) => {
  const draft = useView(({ drafts }) => drafts.get(userId) ?? '');
  const [isAdding, setIsAdding] = useState(false);
  const add = async () => {
    const text = draft.trim();
    if (isAdding) return;
    if (text === '') return showAlert(sentenceOf({ code: 'invalidInput', field: 'note', problem: 'empty' }));
    setIsAdding(true);
    const error = await desk.add(userId, text);
    setIsAdding(false);
    if (error) showAlert(sentenceOf(error));
    else setDraft(userId, '');
  };
  const addOnEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void add();
  };
  return (
    <Form
      className={styles['form'] ?? ''}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <TextField
        className={styles['field'] ?? ''}
        value={draft}
        isReadOnly={isAdding}
        onChange={(text) => setDraft(userId, text)}
      >
        <Label className={styles['label'] ?? ''}>{words.newNote}</Label>
        <TextArea
          ref={inputRef}
          rows={1}
          dir="auto"
          className={styles['input'] ?? ''}
          onKeyDown={addOnEnter}
        />
      </TextField>
      <Button type="submit" isPending={isAdding}>
        {words.addNote}
      </Button>
    </Form>
  );
};
