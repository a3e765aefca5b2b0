import { Check, ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select, SelectValue } from 'react-aria-components/Select';
import type { ServiceId } from '../../../app/contract/bridge.ts';
import { useMirror } from '../../state/mirror.ts';
import { words } from '../../text/words.ts';
import styles from './service-choice.module.css';

interface ServiceChoiceProps {
  readonly chosenId: ServiceId | undefined;
  readonly isDisabled: boolean;
  readonly onChoose: (id: ServiceId) => void;
}

export const ServiceChoice = ({ chosenId, isDisabled, onChoose }: ServiceChoiceProps) => {
  const services = useMirror((mirror) => mirror.services);
  return (
    <Select
      className={styles['field'] ?? ''}
      value={chosenId ?? null}
      isDisabled={isDisabled}
      onChange={(key) => {
        const chosen = services.find(({ id }) => id === key);
        if (chosen) onChoose(chosen.id);
      }}
    >
      <Label className={styles['label'] ?? ''}>{words.service}</Label>
      <Button className={styles['button'] ?? ''}>
        <SelectValue>{({ selectedText }) => selectedText}</SelectValue>
        <ChevronDown size={16} aria-hidden="true" />
      </Button>
      <Popover className={styles['popover'] ?? ''} offset={4}>
        <ListBox items={services} className={styles['list'] ?? ''}>
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
