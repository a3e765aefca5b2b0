import { Ellipsis } from 'lucide-react';
import { memo } from 'react';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Separator } from 'react-aria-components/Separator';
import type { WorkspaceAction } from '../../../app/contract/workspace-views.ts';
import { shownWorkspaceId } from '../../state/page-sign-in.ts';
import { openSearch } from '../../state/stage.ts';
import { workspaceWords } from '../../text/workspace-words.ts';
import { ToolButton } from '../../ui/tool-button.tsx';
import styles from './popovers.module.css';
import { driveShown, useKeyName } from './use-workspace.ts';

interface PageMenuProps {
  /** Is there no page to do anything with? */
  readonly isDisabled: boolean;
  readonly maySignIn: boolean;
}

export const PageMenu = memo(({ isDisabled, maySignIn }: PageMenuProps) => {
  const keyName = useKeyName();
  const item = (label: string, action: WorkspaceAction, keys?: string) => (
    <Item label={label} keys={keys} onAction={() => driveShown(action)} />
  );
  return (
    <MenuTrigger>
      <ToolButton icon={Ellipsis} label={workspaceWords.more} isDisabled={isDisabled} />
      <Popover className={styles['popover'] ?? ''} placement="bottom end" offset={4}>
        <Menu className={styles['menu'] ?? ''} aria-label={workspaceWords.more}>
          <Item label={workspaceWords.find} keys={keyName('find')} onAction={searchShown} />
          {item(workspaceWords.print, 'print', keyName('print'))}
          <Separator className={styles['separator'] ?? ''} />
          {item(workspaceWords.zoomIn, 'zoomIn', keyName('zoomIn'))}
          {item(workspaceWords.zoomOut, 'zoomOut', keyName('zoomOut'))}
          {item(workspaceWords.zoomReset, 'zoomReset', keyName('zoomReset'))}
          {maySignIn && <Separator className={styles['separator'] ?? ''} />}
          {maySignIn && item(workspaceWords.signIn, 'signIn')}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
});

const searchShown = (): void => {
  const workspaceId = shownWorkspaceId();
  if (workspaceId !== undefined) openSearch(workspaceId);
};

interface ItemProps {
  readonly label: string;
  readonly keys?: string | undefined;
  readonly onAction: () => void;
}

const Item = ({ label, keys, onAction }: ItemProps) => (
  <MenuItem id={label} textValue={label} onAction={onAction} className={styles['item'] ?? ''}>
    <span>{label}</span> {keys !== undefined && <kbd className={styles['keys']}>{keys}</kbd>}
  </MenuItem>
);
