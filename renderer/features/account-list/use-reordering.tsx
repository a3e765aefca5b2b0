import { DropIndicator, useDragAndDrop } from 'react-aria-components/useDragAndDrop';
import { findUser } from '../../state/mirror.ts';
import styles from './account-grid.module.css';
import { moveBeside } from './moves.ts';

/**
 * Dragging within the list, and within a group where it has some, by pointer or by keyboard. What is dragged says
 * nothing to other programs.
 */
export const useReordering = (isOn: boolean) =>
  useDragAndDrop({
    isDisabled: !isOn,
    getItems: (keys) => [...keys].map(() => ({ 'hotseat/account': '' })),
    acceptedDragTypes: ['hotseat/account'],
    getAllowedDropOperations: () => ['move'],
    renderDropIndicator: (target) => <DropIndicator target={target} className={styles['drop'] ?? ''} />,
    onReorder: ({ keys, target: { key, dropPosition } }) => {
      const [moved, other] = [findUser([...keys][0]), findUser(key)];
      if (!moved || !other || dropPosition === 'on') return;
      void moveBeside(moved.id, { side: dropPosition, userId: other.id });
    },
  }).dragAndDropHooks;
