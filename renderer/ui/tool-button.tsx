import type { LucideIcon } from 'lucide-react';
import { memo, type Ref } from 'react';
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import { Button } from './button.tsx';
import styles from './tooltip.module.css';

interface ToolButtonProps {
  readonly icon: LucideIcon;
  /** Its name to assistive technology, and what its tooltip says. */
  readonly label: string;
  /** The key that does the same, as keyboards have it. */
  readonly keys?: string | undefined;
  readonly isDisabled?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
  /** Absent where it opens what it is the trigger of. */
  readonly onPress?: () => void;
}

/** A button of a toolbar: a sign, and its name in a tooltip. Disabled it keeps the focus, so that none is lost. */
export const ToolButton = memo(
  ({ icon: Icon, label, keys, isDisabled = false, ...props }: ToolButtonProps) => (
    <TooltipTrigger delay={600} closeDelay={100}>
      <Button {...props} look="icon" aria-label={label} isPending={isDisabled}>
        <Icon size={18} aria-hidden="true" />
      </Button>
      {/* Above, where no page is drawn over it. */}
      <Tooltip className={styles['tooltip'] ?? ''} placement="top" offset={6}>
        {label}
        {keys !== undefined && <kbd className={styles['keys']}>{keys}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  ),
);
