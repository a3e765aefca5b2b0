import { describe, expect, it } from 'vitest';
import type { UserView } from '../contract/views.ts';
import { directoryService } from '../identity/service.ts';
import { userIdSchema } from '../users/user.ts';
import { systemStateOf } from './system-state.ts';

const surface = { accountCount: 3, hasActive: true, hasPage: false };

const view = (number: number, part: Partial<UserView> = {}): UserView => ({
  id: userIdSchema.parse(`user-000${number}`),
  serviceId: directoryService.id,
  name: `Name ${number}`,
  email: `${number}@example.org`,
  isAnonymous: false,
  state: 'authenticated',
  isLocked: false,
  unlocksWithTouchId: false,
  isLockedWhenLeft: false,
  attention: [],
  initials: `N${number}`,
  colour: 'green',
  isColourChosen: false,
  ...part,
});

const stateOf = (views: readonly UserView[], active?: UserView) =>
  systemStateOf({ firstRows: (count) => views.slice(0, count), active }, surface);

describe('what the system’s own surfaces show', () => {
  it('says of each account how it stands', () => {
    const active = view(1);
    const { accounts } = stateOf(
      [active, view(2), view(3, { isLocked: true }), view(4, { state: 'loggedOut' })],
      active,
    );
    expect(accounts.map(({ name, standing }) => [name, standing])).toEqual([
      ['Name 1', 'active'],
      ['Name 2', 'inactive'],
      ['Name 3', 'locked'],
      ['Name 4', 'loggedOut'],
    ]);
  });

  it('has initials and colour of the active account alone, and no e-mail of anybody', () => {
    const active = view(2);
    const state = stateOf([view(1), active], active);
    expect(state.active).toEqual({ name: 'Name 2', initials: 'N2', colour: 'green' });
    expect(JSON.stringify(state)).not.toMatch(/N1|example\.org/);
    expect(stateOf([view(1)]).active).toBeUndefined();
  });

  it('says no more of a locked account than the name that was chosen for it', () => {
    const twins = { nickname: 'Work', name: 'Work · ana@example.org' };
    const { accounts } = stateOf([view(1, { ...twins, isLocked: true }), view(2, twins)]);
    expect(accounts.map(({ name }) => name)).toEqual(['Work', 'Work · ana@example.org']);
  });

  it('asks for nine rows, however many there are', () => {
    const views = Array.from({ length: 30 }, (_none, index) => view(index % 9));
    expect(stateOf(views).accounts).toHaveLength(9);
  });
});
