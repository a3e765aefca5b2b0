import { Check, ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select, SelectValue } from 'react-aria-components/Select';
import { Text } from 'react-aria-components/Text';
import styles from './selection.module.css';

interface SelectionProps<Id extends string> {
  readonly label: string;
  readonly hint?: string;
  readonly options: readonly { readonly id: Id; readonly name: string }[];
  readonly chosenId: Id | undefined;
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
  readonly onChoose: (id: Id) => void;
}

/** One of several, chosen from a list that opens. */
export const Selection = <Id extends string>(props: SelectionProps<Id>) => {
  const { label, hint, options, chosenId, isDisabled = false, autoFocus = false, onChoose } = props;
  return (
    <Select
      className={styles['field'] ?? ''}
      value={chosenId ?? null}
      isDisabled={isDisabled}
      autoFocus={autoFocus}
      onChange={(key) => {
        const chosen = options.find(({ id }) => id === key);
        if (chosen) onChoose(chosen.id);
      }}
    >
      <Label className={styles['label'] ?? ''}>{label}</Label>
      <Button className={styles['button'] ?? ''}>
        <SelectValue className={styles['value'] ?? ''}>{({ selectedText }) => selectedText}</SelectValue>
        <ChevronDown size={16} aria-hidden="true" />
      </Button>
      {hint !== undefined && (
        <Text slot="description" className={styles['hint'] ?? ''}>
          {hint}
        </Text>
      )}
      <Popover className={styles['popover'] ?? ''} offset={4}>
        <ListBox items={options} className={styles['list'] ?? ''}>
          {({ id, name }) => (
            <ListBoxItem id={id} textValue={name} className={styles['item'] ?? ''}>
              {name}
              <Check size={16} aria-hidden="true" className={styles['check']} />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
};
