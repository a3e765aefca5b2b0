import { describe, expect, it } from 'vitest';
import type { SystemState } from '../../app/surfaces/system-state.ts';
import { userIdSchema } from '../../app/users/user.ts';
import { jumpList } from './jump-list.ts';

const program = 'C:\\Hotseat\\Hotseat.exe';

const state: SystemState = {
  accounts: [
    { id: userIdSchema.parse('user-0001'), name: 'Ana', standing: 'active' },
    { id: userIdSchema.parse('user-0002'), name: 'Ben', standing: 'locked' },
  ],
  active: undefined,
  surface: { accountCount: 2, hasActive: false, hasPage: false },
};

const linesOf = (shown: SystemState, namesAccounts: boolean) =>
  jumpList(shown, { program, namesAccounts }).map(({ type, items }) => [
    type,
    (items ?? []).map(({ title, args }) => [title, args]),
  ]);

describe('the jump list', () => {
  it('names nobody unless the person wants that', () => {
    expect(linesOf(state, false)).toEqual([
      [
        'tasks',
        [
          ['Add account', 'login'],
          ['Lock all', 'lock --all'],
        ],
      ],
    ]);
  });

  it('switches by the opaque id, never by name', () => {
    expect(linesOf(state, true)[0]).toEqual([
      'custom',
      [
        ['Ana', 'switch user-0001'],
        ['Ben (locked)', 'switch user-0002'],
      ],
    ]);
  });

  it('has nothing to lock without accounts', () => {
    expect(linesOf({ ...state, accounts: [] }, true)).toEqual([['tasks', [['Add account', 'login']]]]);
  });

  it('has every item start the program that runs', () => {
    const items = jumpList(state, { program, namesAccounts: true }).flatMap(
      (category) => category.items ?? [],
    );
    expect(new Set(items.map((item) => item.program))).toEqual(new Set([program]));
  });
});
