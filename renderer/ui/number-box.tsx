import { Minus, Plus } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { NumberField } from 'react-aria-components/NumberField';
import { Text } from 'react-aria-components/Text';
import styles from './number-box.module.css';

interface NumberBoxProps {
  readonly label: string;
  readonly hint: string;
  readonly lessLabel: string;
  readonly moreLabel: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}

/** A whole number between two others, typed or stepped to. */
export const NumberBox = (props: NumberBoxProps) => {
  const { label, hint, lessLabel, moreLabel, value, least, most, onChange } = props;
  return (
    <NumberField
      value={value}
      minValue={least}
      maxValue={most}
      decrementAriaLabel={lessLabel}
      incrementAriaLabel={moreLabel}
      onChange={(next) => {
        // An empty field is no number; what was there comes back.
        if (Number.isInteger(next)) onChange(next);
      }}
      className={styles['field'] ?? ''}
    >
      <div className={styles['texts']}>
        <Label className={styles['label'] ?? ''}>{label}</Label>
        <Text slot="description" className={styles['hint'] ?? ''}>
          {hint}
        </Text>
      </div>
      <Group className={styles['box'] ?? ''}>
        <Button slot="decrement" className={styles['step'] ?? ''}>
          <Minus size={16} aria-hidden="true" />
        </Button>
        <Input className={styles['input'] ?? ''} />
        <Button slot="increment" className={styles['step'] ?? ''}>
          <Plus size={16} aria-hidden="true" />
        </Button>
      </Group>
    </NumberField>
  );
};
