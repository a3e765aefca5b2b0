import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import styles from './segments.module.css';

interface SegmentsProps<Id extends string> {
  /** Its name to assistive technology. */
  readonly label: string;
  readonly options: readonly { readonly id: Id; readonly name: string }[];
  readonly chosenId: Id;
  readonly onChoose: (id: Id) => void;
}

/** One of a few words side by side; takes effect at once. */
export const Segments = <Id extends string>({ label, options, chosenId, onChoose }: SegmentsProps<Id>) => (
  <ToggleButtonGroup
    aria-label={label}
    selectionMode="single"
    disallowEmptySelection
    selectedKeys={[chosenId]}
    onSelectionChange={(keys) => {
      const chosen = options.find(({ id }) => keys.has(id));
      if (chosen) onChoose(chosen.id);
    }}
    className={styles['group'] ?? ''}
  >
    {options.map(({ id, name }) => (
      <ToggleButton key={id} id={id} className={styles['segment'] ?? ''}>
        {name}
      </ToggleButton>
    ))}
  </ToggleButtonGroup>
);
