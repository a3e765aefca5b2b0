import { Check } from 'lucide-react';
import { CheckboxButton, CheckboxField } from 'react-aria-components/Checkbox';
import { Text } from 'react-aria-components/Text';
import styles from './choice.module.css';

interface ChoiceProps {
  readonly label: string;
  readonly hint: string;
  readonly isSelected: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (isSelected: boolean) => void;
}

export const Choice = ({ label, hint, isSelected, isDisabled = false, onChange }: ChoiceProps) => (
  <CheckboxField
    isSelected={isSelected}
    isDisabled={isDisabled}
    onChange={onChange}
    className={styles['choice'] ?? ''}
  >
    <CheckboxButton className={styles['button'] ?? ''}>
      <span className={styles['box']}>
        <Check size={14} strokeWidth={3} aria-hidden="true" className={styles['tick']} />
      </span>
      {label}
    </CheckboxButton>
    <Text slot="description" className={styles['hint'] ?? ''}>
      {hint}
    </Text>
  </CheckboxField>
);
