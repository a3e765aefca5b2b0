import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import type { FoundView } from '../../../app/contract/quick-switcher-views.ts';
import { chooseFound, leaveQuickSwitcher } from '../../state/quick-switcher.ts';
import { quickSwitcherWords } from '../../text/spoken.ts';
import { Finder } from './finder.tsx';
import styles from './quick-switcher.module.css';

/** Finds an account, or what to do, by a few letters. The focus stays in the field; the list follows the keys. */
export const QuickSwitcherDialog = ({ found }: { readonly found: readonly FoundView[] }) => (
  <ModalOverlay
    isOpen
    isDismissable
    onOpenChange={(isOpen) => {
      if (!isOpen) leaveQuickSwitcher();
    }}
    className={styles['scrim'] ?? ''}
  >
    <Modal className={styles['card'] ?? ''}>
      <AriaDialog aria-label={quickSwitcherWords.title} className={styles['dialog'] ?? ''}>
        <Finder first={found} onChoose={chooseFound} />
      </AriaDialog>
    </Modal>
  </ModalOverlay>
);
