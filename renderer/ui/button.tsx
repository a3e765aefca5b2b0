import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import styles from './button.module.css';

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'> {
  /** `loud` for the one thing that a surface is for, `danger` for what cannot be undone, `link` for an aside. */
  readonly look?: 'plain' | 'loud' | 'danger' | 'quiet' | 'icon' | 'link';
  readonly children: ReactNode;
}

export const Button = ({ look = 'plain', ...props }: ButtonProps) => (
  <AriaButton {...props} className={`${styles['button']} ${styles[look]}`} />
);
