import type { ServiceId } from '../../../app/contract/bridge.ts';
import { useMirror } from '../../state/mirror.ts';
import { openDialog } from '../../state/view.ts';
import { words, logInWords } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import { Selection } from '../../ui/selection.tsx';
import styles from './service-choice.module.css';

interface ServiceChoiceProps {
  readonly chosenId: ServiceId | undefined;
  readonly isDisabled: boolean;
  readonly onChoose: (id: ServiceId) => void;
}

export const ServiceChoice = ({ chosenId, isDisabled, onChoose }: ServiceChoiceProps) => {
  const services = useMirror((mirror) => mirror.services);
  const mayAdd = useMirror(({ desk }) => desk.mayAddServices);
  return (
    <div className={styles['choice']}>
      <Selection
        label={words.service}
        options={services}
        chosenId={chosenId}
        isDisabled={isDisabled}
        onChoose={onChoose}
      />
      {mayAdd && (
        <div className={styles['add']}>
          <Button
            look="link"
            isDisabled={isDisabled}
            onPress={() => openDialog({ kind: 'settings', startsWith: 'serviceForm' })}
          >
            {logInWords.addService}
          </Button>
        </div>
      )}
    </div>
  );
};
