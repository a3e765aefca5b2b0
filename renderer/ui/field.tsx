import type { ReactNode, Ref } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextField, type TextFieldProps } from 'react-aria-components/TextField';
import styles from './field.module.css';

interface FieldProps extends Omit<TextFieldProps, 'className' | 'children' | 'isInvalid'> {
  readonly label: string;
  readonly hint?: string;
  readonly placeholder?: string;
  /** The sentence of what is wrong with it. */
  readonly fault?: string | undefined;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly children?: ReactNode;
}

export const Field = ({ label, hint, placeholder, fault, inputRef, ...props }: FieldProps) => (
  <TextField {...props} className={styles['field'] ?? ''} isInvalid={fault !== undefined}>
    <Label className={styles['label'] ?? ''}>{label}</Label>
    <Input ref={inputRef} className={styles['input'] ?? ''} dir="auto" placeholder={placeholder} />
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
