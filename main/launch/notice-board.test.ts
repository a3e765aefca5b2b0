import { expect, it, vi } from 'vitest';
import { NoticeBoard } from './notice-board.ts';

const recovered = { kind: 'recovered', what: 'accounts' } as const;
const lost = { kind: 'lost', what: 'accounts' } as const;

it('keeps a notice until it is read, once however often it is posted', () => {
  const board = new NoticeBoard();
  const listener = vi.fn<() => void>();
  board.subscribe(listener);
  board.post([recovered, lost]);
  board.post([recovered]);
  expect(board.list().map(({ kind }) => kind)).toEqual(['recovered', 'lost']);
  expect(listener).toHaveBeenCalledTimes(1);
  board.dismiss(board.list()[0]?.id ?? '');
  board.dismiss('unknown');
  expect(board.list().map(({ kind }) => kind)).toEqual(['lost']);
  expect(listener).toHaveBeenCalledTimes(2);
});
