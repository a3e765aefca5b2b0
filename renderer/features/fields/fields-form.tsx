import type { ReactNode } from 'react';
import { Form } from 'react-aria-components/Form';
import type { ErrorReport } from '../../../app/contract/bridge.ts';
import type { Occasion } from '../../text/sentences.ts';
import { words } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import { Field, type FieldProps } from '../../ui/field.tsx';
import { Message } from '../../ui/message.tsx';
import styles from './fields-form.module.css';
import { useFields, type FieldValues } from './use-fields.ts';

/** How a field looks; what is in it comes from the values. */
export type FieldLook = Pick<
  FieldProps,
  'label' | 'hint' | 'placeholder' | 'rows' | 'type' | 'inputMode' | 'isReadOnly'
>;

interface FieldsFormProps<Key extends string> {
  readonly fields: readonly Key[];
  readonly looks: Readonly<Record<Key, FieldLook>>;
  readonly values: FieldValues<Key>;
  readonly submitLabel: string;
  readonly occasion?: Occasion;
  /** Of a failure that is about no field: `warning` for what has only to be gone on with. */
  readonly tone?: 'fault' | 'warning';
  readonly error: ErrorReport | undefined;
  /** What is being done, while it is. */
  readonly working: string | undefined;
  readonly focusOn?: Key | undefined;
  readonly focusAfterFailure?: Key | undefined;
  readonly onChange: (values: FieldValues<Key>) => void;
  readonly onSubmit: () => void;
  /** Offered while it works. */
  readonly onCancel?: () => void;
  /** Offered while it does not: leaves the form. */
  readonly onClose?: () => void;
  /** Asides between the fields and the buttons. */
  readonly children?: ReactNode;
}

/** A short form: fields, one button, and the failure where it belongs. */
export const FieldsForm = <Key extends string>(props: FieldsFormProps<Key>) => {
  const { fields, looks, working, tone = 'fault', onCancel, onClose } = props;
  const isWorking = working !== undefined;
  const { bind, unplaced } = useFields({ ...props, shown: fields, isReadOnly: isWorking });
  return (
    <Form
      validationBehavior="aria"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isWorking) props.onSubmit();
      }}
    >
      {unplaced !== undefined && (
        <div className={styles['fault']}>
          <Message tone={tone} role="alert">
            {unplaced}
          </Message>
        </div>
      )}
      {fields.map((key) => (
        <Field
          key={key}
          autoComplete="off"
          spellCheck="false"
          {...looks[key]}
          {...bind(key)}
          isReadOnly={isWorking || looks[key].isReadOnly === true}
        />
      ))}
      {props.children}
      <div className={styles['buttons']}>
        {isWorking && (
          <>
            <span role="status" className={styles['working']}>
              {working}
            </span>
            {onCancel && <Button onPress={onCancel}>{words.cancel}</Button>}
          </>
        )}
        {!isWorking && onClose && <Button onPress={onClose}>{words.cancel}</Button>}
        <Button type="submit" look="loud" isPending={isWorking}>
          {props.submitLabel}
        </Button>
      </div>
    </Form>
  );
};
