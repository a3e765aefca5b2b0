import { SwitchButton, SwitchField } from 'react-aria-components/Switch';
import styles from './toggle.module.css';

interface ToggleProps {
  /** Its name to assistive technology: what it switches. */
  readonly label: string;
  readonly isSelected: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (isSelected: boolean) => void;
}

/** A switch that takes effect at once; the words beside it say what it stands at. */
export const Toggle = ({ label, ...props }: ToggleProps) => (
  <SwitchField {...props} aria-label={label} className={styles['toggle'] ?? ''}>
    <SwitchButton className={styles['button'] ?? ''}>
      <span className={styles['track']}>
        <span className={styles['knob']} />
      </span>
    </SwitchButton>
  </SwitchField>
);
