import { FieldError } from 'react-aria-components/FieldError';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextField } from 'react-aria-components/TextField';
import { requestWords } from '../../text/spoken.ts';
import type { FieldProps } from '../../ui/field.tsx';
import fieldStyles from '../../ui/field.module.css';
import hidden from '../../ui/hidden.module.css';
import { isWholeAddress } from './api-origin.ts';
import styles from './url-field.module.css';

interface UrlFieldProps extends Pick<FieldProps, 'fault' | 'inputRef' | 'isReadOnly' | 'onChange'> {
  readonly value: string;
  readonly origin: string;
}

/** An address of the service; the origin that a path is taken on stands before it. */
export const UrlField = ({ origin, fault, inputRef, ...field }: UrlFieldProps) => (
  <TextField
    {...field}
    className={fieldStyles['field'] ?? ''}
    isInvalid={fault !== undefined}
    spellCheck="false"
    autoComplete="off"
  >
    <Label className={fieldStyles['label'] ?? ''}>{requestWords.url}</Label>
    <Group className={styles['group'] ?? ''} dir="ltr" data-invalid={fault !== undefined || undefined}>
      {!isWholeAddress(field.value) && (
        <span aria-hidden="true" className={styles['origin']}>
          {origin}
        </span>
      )}
      <Input ref={inputRef} placeholder={requestWords.urlPlaceholder} className={styles['input'] ?? ''} />
    </Group>
    <Text slot="description" className={hidden['hidden'] ?? ''}>
      {requestWords.urlHint({ origin })}
    </Text>
    <FieldError className={fieldStyles['fault'] ?? ''}>
      <span role="alert">{fault}</span>
    </FieldError>
  </TextField>
);
