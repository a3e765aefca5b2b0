import { parentId, type JsonRow } from './json-rows.ts';

export type TreeStep =
  | { readonly kind: 'move'; readonly to: number }
  | { readonly kind: 'fold'; readonly id: string; readonly isOpen: boolean };

const page = 12;

/** What a key does in a tree, as its pattern has it (ARIA Authoring Practices, tree view). */
export const treeStep = (key: string, rows: readonly JsonRow[], at: number): TreeStep | undefined => {
  const row = rows[at];
  if (!row) return undefined;
  switch (key) {
    case 'ArrowDown':
      return move(at + 1, rows);
    case 'ArrowUp':
      return move(at - 1, rows);
    case 'PageDown':
      return move(at + page, rows);
    case 'PageUp':
      return move(at - page, rows);
    case 'Home':
      return move(0, rows);
    case 'End':
      return move(rows.length - 1, rows);
    case 'ArrowRight':
      if (row.isOpen === false) return { kind: 'fold', id: row.id, isOpen: true };
      return row.isOpen ? move(at + 1, rows) : undefined;
    case 'ArrowLeft':
      if (row.isOpen) return { kind: 'fold', id: row.id, isOpen: false };
      return move(
        rows.findIndex(({ id }) => id === parentId(row.id)),
        rows,
      );
    case 'Enter':
    case ' ':
      return row.isOpen === undefined ? undefined : { kind: 'fold', id: row.id, isOpen: !row.isOpen };
    default:
      return undefined;
  }
};

const move = (to: number, rows: readonly JsonRow[]): TreeStep => ({
  kind: 'move',
  to: Math.min(Math.max(0, to), rows.length - 1),
});
