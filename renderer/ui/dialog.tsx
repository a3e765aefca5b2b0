import { X } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { words } from '../text/spoken.ts';
import { Button } from './button.tsx';
import styles from './dialog.module.css';
import { useKeptFocus } from './kept-focus.ts';

interface DialogProps {
  readonly title: string;
  readonly role?: 'dialog' | 'alertdialog';
  /** False while something runs that closing would not stop. */
  readonly isDismissable?: boolean;
  /** `panes`: a surface of a height of its own, whose parts scroll. */
  readonly width?: 'narrow' | 'wide' | 'panes';
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A modal surface; Escape closes it, and a click beside it unless it is an alert dialog. */
export const Dialog = (props: DialogProps) => {
  const { title, role = 'dialog', isDismissable = true, width = 'narrow', onClose, children } = props;
  return (
    <ModalOverlay
      isOpen
      isDismissable={isDismissable && role === 'dialog'}
      isKeyboardDismissDisabled={!isDismissable}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      className={styles['scrim'] ?? ''}
    >
      <Modal className={`${styles['modal']} ${styles[width]}`}>
        <Surface role={role}>
          <Heading slot="title" level={2} className={styles['title'] ?? ''}>
            {title}
          </Heading>
          {role === 'dialog' && (
            <div className={styles['close']}>
              <Button look="icon" aria-label={words.close} isDisabled={!isDismissable} onPress={onClose}>
                <X size={18} aria-hidden="true" />
              </Button>
            </div>
          )}
          {children}
        </Surface>
      </Modal>
    </ModalOverlay>
  );
};

/** Inside the modal, so that it is there whenever its element is. */
const Surface = ({ role, children }: Required<Pick<DialogProps, 'role' | 'children'>>) => {
  const surface = useRef<HTMLElement>(null);
  useKeptFocus(surface);
  return (
    <AriaDialog ref={surface} role={role} className={styles['dialog'] ?? ''}>
      {children}
    </AriaDialog>
  );
};

export const DialogButtons = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles['buttons']}>{children}</div>
);

export const DialogText = ({ children }: { readonly children: ReactNode }) => (
  <p className={styles['text']}>{children}</p>
);
