import { useState } from 'react';
import type { ErrorReport } from '../../../app/contract/bridge.ts';
import { detailWords } from '../../text/spoken.ts';
import { FieldsForm } from '../fields/fields-form.tsx';
import styles from './details.module.css';

interface NewKeyFormProps {
  readonly create: (name: string) => Promise<ErrorReport | undefined>;
  readonly onClose: () => void;
  readonly onCreated: () => void;
}

const fields = ['keyName'] as const;
const looks = () => ({ keyName: { label: detailWords.keyName, hint: detailWords.keyNameHint } });

/** As in the contract's bound. */
const longest = 200;

export const NewKeyForm = ({ create, onClose, onCreated }: NewKeyFormProps) => {
  const [values, setValues] = useState({ keyName: '' });
  const [isRunning, setIsRunning] = useState(false);
  const [error, setError] = useState<ErrorReport>();

  const submit = async () => {
    const name = values.keyName.trim();
    if (name === '' || name.length > longest) {
      const problem = name === '' ? 'empty' : 'tooLong';
      return setError({ code: 'invalidInput', field: 'keyName', problem });
    }
    setError(undefined);
    setIsRunning(true);
    const failure = await create(name);
    setIsRunning(false);
    if (failure) setError(failure);
    else onCreated();
  };

  return (
    <div className={styles['newKey']}>
      <FieldsForm
        fields={fields}
        looks={looks()}
        values={values}
        submitLabel={detailWords.createKey}
        error={error}
        working={isRunning ? detailWords.creatingKey : undefined}
        focusOn="keyName"
        focusAfterFailure="keyName"
        onChange={setValues}
        onSubmit={() => void submit()}
        onClose={onClose}
      />
    </div>
  );
};
