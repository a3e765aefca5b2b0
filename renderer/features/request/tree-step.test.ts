import { expect, test } from 'vitest';
import { jsonNodeIn } from './json-node.ts';
import { jsonRows, rowNearest, type Folds } from './json-rows.ts';
import { treeStep } from './tree-step.ts';

const rowsOf = (text: string, folds: Folds = new Map()) => {
  const node = jsonNodeIn(text);
  if (!node) throw new Error('The test has JSON that is none');
  return jsonRows(node, folds);
};

// 0: the whole, 1: a, 2: a's 0, 3: a's 1, 4: b
const rows = rowsOf('{"a":[1,2],"b":3}');

test.each([
  ['ArrowDown', 0, { kind: 'move', to: 1 }],
  ['ArrowDown', 4, { kind: 'move', to: 4 }],
  ['ArrowUp', 0, { kind: 'move', to: 0 }],
  ['PageDown', 1, { kind: 'move', to: 4 }],
  ['Home', 3, { kind: 'move', to: 0 }],
  ['End', 0, { kind: 'move', to: 4 }],
  ['ArrowRight', 1, { kind: 'move', to: 2 }],
  ['ArrowRight', 4, undefined],
  ['ArrowLeft', 1, { kind: 'fold', id: '/0', isOpen: false }],
  ['ArrowLeft', 3, { kind: 'move', to: 1 }],
  ['Enter', 1, { kind: 'fold', id: '/0', isOpen: false }],
  ['Enter', 4, undefined],
  ['a', 0, undefined],
])('%s on line %i', (key, at, step) => {
  expect(treeStep(key, rows, at)).toEqual(step);
});

test('a closed line opens before it is gone into', () => {
  const closed = rowsOf('{"a":[1,2]}', new Map([['/0', false]]));
  expect(treeStep('ArrowRight', closed, 1)).toEqual({ kind: 'fold', id: '/0', isOpen: true });
});

test('when what holds the current line is closed, that is the current line', () => {
  const closed = rowsOf('{"a":[1,2],"b":3}', new Map([['/0', false]]));
  expect(rowNearest(closed, '/0/1')).toBe(1);
  expect(rowNearest(closed, '/1')).toBe(2);
});
