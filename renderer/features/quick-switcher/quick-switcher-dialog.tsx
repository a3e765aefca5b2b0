import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useStore } from 'zustand';
import type { FoundView } from '../../../app/contract/quick-switcher-views.ts';
import type { Language } from '../../../app/text/language.ts';
import { spokenStore } from '../../state/follow-language.ts';
import { chooseFound, leaveQuickSwitcher } from '../../state/quick-switcher.ts';
import { quickSwitcherWords } from '../../text/spoken.ts';
import { Finder } from './finder.tsx';
import styles from './quick-switcher.module.css';

interface QuickSwitcherDialogProps {
  /** For nothing typed. */
  readonly found: readonly FoundView[];
  /** What was found is in it: once the window speaks another, it is asked for anew. */
  readonly language: Language;
}

/** Finds an account, or what to do, by a few letters. The focus stays in the field; the list follows the keys. */
export const QuickSwitcherDialog = ({ found, language }: QuickSwitcherDialogProps) => {
  const spoken = useStore(spokenStore);
  return (
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
          <Finder first={spoken === language ? found : undefined} onChoose={chooseFound} />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
};
