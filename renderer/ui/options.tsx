import { Label } from 'react-aria-components/Label';
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components/RadioGroup';
import { Text } from 'react-aria-components/Text';
import styles from './options.module.css';

interface OptionsProps<Id extends string> {
  readonly label: string;
  readonly hint: string;
  readonly options: readonly { readonly id: Id; readonly name: string }[];
  readonly chosenId: Id;
  readonly isDisabled?: boolean;
  readonly onChoose: (id: Id) => void;
}

/** One of a few, all of them in sight. */
export const Options = <Id extends string>(props: OptionsProps<Id>) => {
  const { label, hint, options, chosenId, isDisabled = false, onChoose } = props;
  return (
    <RadioGroup
      value={chosenId}
      isDisabled={isDisabled}
      onChange={(value) => {
        const chosen = options.find(({ id }) => id === value);
        if (chosen) onChoose(chosen.id);
      }}
      className={styles['group'] ?? ''}
    >
      <Label className={styles['label'] ?? ''}>{label}</Label>
      <Text slot="description" className={styles['hint'] ?? ''}>
        {hint}
      </Text>
      {options.map(({ id, name }) => (
        <RadioField key={id} value={id}>
          <RadioButton className={styles['option'] ?? ''}>
            <span className={styles['dot']} />
            {name}
          </RadioButton>
        </RadioField>
      ))}
    </RadioGroup>
  );
};
