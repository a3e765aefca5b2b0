import { ListChecks, Plus, SlidersHorizontal } from 'lucide-react';
import { useEffect } from 'react';
import { MenuTrigger } from 'react-aria-components/Menu';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { useMirror } from '../../state/mirror.ts';
import { perform } from '../../state/perform.ts';
import { beginSelecting, endSelecting, useIsSelecting } from '../../state/selection.ts';
import { openDialog } from '../../state/view.ts';
import { words, listWords } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import { ActionMenu, CheckItem, MenuPopover } from '../../ui/menu.tsx';
import styles from './list-head.module.css';
import { NeedyAccounts } from './needy-accounts.tsx';

/** What there is to do with the list as a whole. */
export const ListHead = ({ title }: { readonly title: string }) => (
  <header className={styles['head']}>
    <h1 className={styles['title']}>{title}</h1>
    <NeedyAccounts />
    <div className={styles['buttons']}>
      <SelectToggle />
      <ViewMenu />
      <Button look="icon" aria-label={words.addAccount} onPress={() => openDialog({ kind: 'addAccount' })}>
        <Plus size={20} aria-hidden="true" />
      </Button>
    </div>
  </header>
);

/** Of one account there is a menu. */
const SelectToggle = () => {
  const isOffered = useMirror(({ order }) => order.length > 1);
  const isSelecting = useIsSelecting();

  useEffect(() => {
    if (!isOffered) endSelecting();
  }, [isOffered]);

  if (!isOffered) return undefined;
  return (
    <ToggleButton
      aria-label={listWords.select}
      isSelected={isSelecting}
      onChange={(isOn) => (isOn ? beginSelecting() : endSelecting())}
      className={styles['toggle'] ?? ''}
    >
      <ListChecks size={18} aria-hidden="true" />
    </ToggleButton>
  );
};

/** Where there are no groups to make, there is nothing to choose. */
const ViewMenu = () => {
  const isGrouped = useMirror(({ settings }) => settings.groupsByService);
  const hasGroups = useMirror(({ services }) => services.length > 1);
  if (!hasGroups && !isGrouped) return undefined;
  return (
    <MenuTrigger>
      <Button look="icon" aria-label={listWords.view}>
        <SlidersHorizontal size={18} aria-hidden="true" />
      </Button>
      <MenuPopover>
        <ActionMenu label={listWords.view}>
          <CheckItem
            label={listWords.groupByService}
            isChecked={isGrouped}
            onAction={() => void perform('changeSettings', { groupsByService: !isGrouped })}
          />
        </ActionMenu>
      </MenuPopover>
    </MenuTrigger>
  );
};
