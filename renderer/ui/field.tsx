import { useRef, type RefCallback } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField, type TextFieldProps } from 'react-aria-components/TextField';
import { useEmptiedWhenGone } from './emptied-when-gone.ts';
import styles from './field.module.css';

export interface FieldProps extends Omit<TextFieldProps, 'className' | 'children' | 'isInvalid'> {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly placeholder?: string | undefined;
  /** The sentence of what is wrong with it. */
  readonly fault?: string | undefined;
  /** How many lines it shows; one that is a text field can have no line break. */
  readonly rows?: number | undefined;
  readonly inputRef?: RefCallback<HTMLElement>;
}

export const Field = ({ label, hint, placeholder, fault, rows, inputRef, ...props }: FieldProps) => {
  const field = useRef<HTMLDivElement>(null);
  useEmptiedWhenGone(field, props.type === 'password');
  return (
    <TextField {...props} ref={field} className={styles['field'] ?? ''} isInvalid={fault !== undefined}>
      <Label className={styles['label'] ?? ''}>{label}</Label>
      {rows === undefined ? (
        <Input ref={inputRef} className={styles['input'] ?? ''} dir="auto" placeholder={placeholder} />
      ) : (
        <TextArea
          ref={inputRef}
          rows={rows}
          className={`${styles['input']} ${styles['lines']}`}
          dir="auto"
          placeholder={placeholder}
        />
      )}
      {hint !== undefined && (
        <Text slot="description" className={styles['hint'] ?? ''}>
          {hint}
        </Text>
      )}
      <FieldError className={styles['fault'] ?? ''}>
        <span role="alert">{fault}</span>
      </FieldError>
    </TextField>
  );
};
