import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import styles from './button.module.css';

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style' | 'aria-disabled'> {
  /** `loud` for the one thing that a surface is for, `danger` for what cannot be undone, `link` for an aside. */
  readonly look?: 'plain' | 'loud' | 'danger' | 'quiet' | 'icon' | 'link';
  readonly ref?: Ref<HTMLButtonElement>;
  readonly children: ReactNode;
}

/**
 * A button; while it is pending it does nothing and keeps the focus. React Aria's own `isPending` is not used: it
 * announces the button by its id, which is nobody's when the button goes once it is done (axe: role-img-alt).
 */
export const Button = ({ look = 'plain', isPending = false, ...props }: ButtonProps) => (
  <AriaButton
    {...props}
    {...(isPending ? pending : {})}
    data-pending={isPending || undefined}
    className={`${styles['button']} ${styles[look]}`}
  />
);

/** As a plain button it does not submit its form. */
const pending = { type: 'button', 'aria-disabled': true, onPress: () => undefined } as const;
