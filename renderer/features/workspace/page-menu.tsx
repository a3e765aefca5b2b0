import { Ellipsis } from 'lucide-react';
import { memo } from 'react';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Separator } from 'react-aria-components/Separator';
import type { WorkspaceAction } from '../../../app/contract/workspace-views.ts';
import { useKeyOf, type Command } from '../../state/keys.ts';
import { shownWorkspaceId } from '../../state/page-sign-in.ts';
import { openSearch } from '../../state/stage.ts';
import { workspaceWords } from '../../text/spoken.ts';
import { ToolButton } from '../../ui/tool-button.tsx';
import styles from './popovers.module.css';
import { driveShown } from './use-workspace.ts';

interface PageMenuProps {
  /** Is there no page to do anything with? */
  readonly isDisabled: boolean;
  readonly maySignIn: boolean;
}

export const PageMenu = memo(({ isDisabled, maySignIn }: PageMenuProps) => {
  const item = (label: string, action: WorkspaceAction, command?: Command) => (
    <Item label={label} command={command} onAction={() => driveShown(action)} />
  );
  return (
    <MenuTrigger>
      <ToolButton icon={Ellipsis} label={workspaceWords.more} isDisabled={isDisabled} />
      <Popover className={styles['popover'] ?? ''} placement="bottom end" offset={4}>
        <Menu className={styles['menu'] ?? ''} aria-label={workspaceWords.more}>
          <Item label={workspaceWords.find} command="findInPage" onAction={searchShown} />
          {item(workspaceWords.print, 'print', 'print')}
          <Separator className={styles['separator'] ?? ''} />
          {item(workspaceWords.zoomIn, 'zoomIn', 'zoomIn')}
          {item(workspaceWords.zoomOut, 'zoomOut', 'zoomOut')}
          {item(workspaceWords.zoomReset, 'zoomReset', 'zoomReset')}
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
  readonly command?: Command | undefined;
  readonly onAction: () => void;
}

const Item = ({ label, command, onAction }: ItemProps) => {
  const key = useKeyOf(command);
  return (
    <MenuItem id={label} textValue={label} onAction={onAction} className={styles['item'] ?? ''}>
      <span>{label}</span> {key !== undefined && <kbd className={styles['keys']}>{key}</kbd>}
    </MenuItem>
  );
};
