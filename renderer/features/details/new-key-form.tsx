import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import type { ErrorReport } from '../../../app/contract/bridge.ts';
import { detailWords } from '../../text/detail-words.ts';
import { words } from '../../text/words.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Message } from '../../ui/message.tsx';
import { useFields } from '../fields/use-fields.ts';
import styles from './details.module.css';

interface NewKeyFormProps {
  readonly create: (name: string) => Promise<ErrorReport | undefined>;
  readonly onCancel: () => void;
  readonly onCreated: () => void;
}

const shown = ['keyName'] as const;

/** As in the contract's bound. */
const longest = 200;

export const NewKeyForm = ({ create, onCancel, onCreated }: NewKeyFormProps) => {
  const [values, setValues] = useState({ keyName: '' });
  const [isRunning, setIsRunning] = useState(false);
  const [error, setError] = useState<ErrorReport>();
  const { bind, unplaced } = useFields({
    shown,
    values,
    error,
    isReadOnly: isRunning,
    focusOn: 'keyName',
    focusAfterFailure: 'keyName',
    onChange: setValues,
  });

  const submit = async () => {
    const name = values.keyName.trim();
    if (isRunning) return;
    if (name === '' || name.length > longest)
      return setError({
        code: 'invalidInput',
        field: 'keyName',
        problem: name === '' ? 'empty' : 'tooLong',
      });
    setError(undefined);
    setIsRunning(true);
    const failure = await create(name);
    setIsRunning(false);
    if (failure) setError(failure);
    else onCreated();
  };

  return (
    <Form
      validationBehavior="aria"
      className={styles['newKey'] ?? ''}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field
        label={detailWords.keyName}
        hint={detailWords.keyNameHint}
        autoComplete="off"
        spellCheck="false"
        {...bind('keyName')}
      />
      {unplaced !== undefined && (
        <Message tone="fault" role="alert">
          {unplaced}
        </Message>
      )}
      <div className={styles['buttons']}>
        <Button isDisabled={isRunning} onPress={onCancel}>
          {words.cancel}
        </Button>
        <Button type="submit" look="loud" isPending={isRunning}>
          {isRunning ? detailWords.creatingKey : detailWords.createKey}
        </Button>
      </div>
    </Form>
  );
};
