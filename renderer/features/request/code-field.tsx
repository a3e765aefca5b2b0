import { useId, useMemo } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField } from 'react-aria-components/TextField';
import { requestWords } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import type { FieldProps } from '../../ui/field.tsx';
import fieldStyles from '../../ui/field.module.css';
import styles from './code-field.module.css';
import { formattedJson } from './json-format.ts';
import { isJson } from './json-tokens.ts';

interface CodeFieldProps extends Pick<
  FieldProps,
  'label' | 'hint' | 'fault' | 'inputRef' | 'value' | 'isReadOnly' | 'onChange'
> {
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** `json`: it must be; `perhaps`: it is helped with where it looks like it. */
  readonly json?: 'json' | 'perhaps' | 'no';
}

/** Several lines in a font of even widths, and help with JSON. */
export const CodeField = ({ label, hint, fault, inputRef, json = 'no', ...field }: CodeFieldProps) => {
  const labelId = useId();
  const { value, onChange } = field;
  const help = useMemo(() => jsonHelp(value, json), [value, json]);
  return (
    <TextField
      {...field}
      aria-labelledby={labelId}
      className={`${fieldStyles['field']} ${styles['field']}`}
      isInvalid={fault !== undefined}
      spellCheck="false"
      autoComplete="off"
    >
      <div className={styles['head']}>
        <Label id={labelId} className={fieldStyles['label'] ?? ''}>
          {label}
        </Label>
        {json !== 'no' && (
          <Button
            look="link"
            isDisabled={help !== 'valid'}
            onPress={() => onChange(formattedJson(value) ?? value)}
          >
            {requestWords.format}
          </Button>
        )}
      </div>
      <TextArea
        ref={inputRef}
        rows={2}
        dir="ltr"
        className={`${fieldStyles['input']} ${fieldStyles['lines']} ${styles['code']}`}
      />
      <Text slot="description" className={fieldStyles['hint'] ?? ''}>
        {[hint, help && (help === 'valid' ? requestWords.isJson : requestWords.isNotJson)]
          .filter((part) => part !== undefined)
          .join(' ')}
      </Text>
      <FieldError className={fieldStyles['fault'] ?? ''}>
        <span role="alert">{fault}</span>
      </FieldError>
    </TextField>
  );
};

const jsonHelp = (text: string, json: CodeFieldProps['json']): 'valid' | 'invalid' | undefined => {
  const start = text.trimStart().charAt(0);
  if (json === 'no' || start === '') return undefined;
  if (json === 'perhaps' && start !== '{' && start !== '[') return undefined;
  return isJson(text) ? 'valid' : 'invalid';
};
