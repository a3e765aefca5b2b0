import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Separator } from 'react-aria-components/Separator';
import styles from './menu.module.css';

/** What opens from the button before it, in a trigger of React Aria's. */
export const MenuPopover = ({ children }: { readonly children: ReactNode }) => (
  <Popover className={styles['popover'] ?? ''} placement="bottom end" offset={4}>
    {children}
  </Popover>
);

interface ActionMenuProps {
  /** Its name to assistive technology. */
  readonly label: string;
  readonly children: ReactNode;
}

export const ActionMenu = ({ label, children }: ActionMenuProps) => (
  <Menu className={styles['menu'] ?? ''} aria-label={label}>
    {children}
  </Menu>
);

interface ActionItemProps {
  readonly label: string;
  readonly isGrave?: boolean;
  readonly onAction: () => void;
}

export const ActionItem = ({ label, isGrave = false, onAction }: ActionItemProps) => (
  <MenuItem
    id={label}
    textValue={label}
    onAction={onAction}
    className={`${styles['item']} ${isGrave ? styles['grave'] : ''}`}
  >
    {label}
  </MenuItem>
);

interface CheckItemProps {
  readonly label: string;
  readonly isChecked: boolean;
  readonly onAction: () => void;
}

export const CheckItem = ({ label, isChecked, onAction }: CheckItemProps) => (
  <MenuSection
    selectionMode="multiple"
    selectedKeys={isChecked ? [label] : []}
    onSelectionChange={onAction}
    aria-label={label}
  >
    <MenuItem id={label} textValue={label} className={styles['item'] ?? ''}>
      {label}
      {isChecked && <Check size={16} aria-hidden="true" className={styles['check'] ?? ''} />}
    </MenuItem>
  </MenuSection>
);

export const MenuSeparator = () => <Separator className={styles['separator'] ?? ''} />;
