import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { MenuItemConstructorOptions } from 'electron';
import type { SystemAccount, SystemState } from '../../app/surfaces/system-state.ts';
import { userIdSchema } from '../../app/users/user.ts';
import { dockTemplate, trayTemplate, trayTooltip, type SystemActions } from './tray-template.ts';

const account = (number: number, part: Partial<SystemAccount> = {}): SystemAccount => ({
  id: userIdSchema.parse(`user-000${number}`),
  name: `Name ${number}`,
  standing: 'inactive',
  ...part,
});

const some: SystemState = {
  accounts: [
    account(1),
    account(2, { standing: 'active' }),
    account(3, { standing: 'locked', name: 'R&D' }),
    account(4, { standing: 'loggedOut' }),
  ],
  active: { name: 'Name 2', initials: 'N2', colour: 'green' },
  surface: { accountCount: 4, hasActive: true, hasPage: false },
};
const empty: SystemState = {
  accounts: [],
  active: undefined,
  surface: { accountCount: 0, hasActive: false, hasPage: false },
};

const calls = vi.fn<(...asked: readonly unknown[]) => void>();
const actions: SystemActions = {
  choose: (userId) => calls('choose', userId),
  perform: (command) => calls('perform', command),
  openWindow: () => calls('openWindow'),
  quit: () => calls('quit'),
};
beforeEach(() => calls.mockClear());

const choose = (items: readonly MenuItemConstructorOptions[], label: string) => {
  const click = items.find((item) => item.label === label)?.click;
  if (click) Reflect.apply(click, undefined, []);
};

describe('the tray', () => {
  it('says who is active, or that nobody is', () => {
    expect(trayTooltip(some)).toBe('Hotseat: Name 2 is active');
    expect(trayTooltip(empty)).toBe('Hotseat: nobody is active');
  });

  it('ticks the active account and says how the others stand', () => {
    const rows = trayTemplate(some, actions).filter(({ type }) => type === 'checkbox');
    expect(rows.map(({ label, checked }) => [label, checked])).toEqual([
      ['Name 1', false],
      ['Name 2', true],
      ['R&&D (locked)', false],
      ['Name 4 (logged out)', false],
    ]);
  });

  it('asks for the account that was read, whatever row it is in by then', () => {
    choose(trayTemplate(some, actions), 'Name 4 (logged out)');
    expect(calls.mock.calls).toEqual([['choose', 'user-0004']]);
  });

  it('does what an item says', () => {
    const items = trayTemplate(some, actions);
    for (const label of ['Open Hotseat', 'Lock', 'Lock All', 'Add Account…', 'Settings…', 'Quit Hotseat'])
      choose(items, label);
    expect(calls.mock.calls).toEqual([
      ['openWindow'],
      ['perform', 'lock'],
      ['perform', 'lockAll'],
      ['perform', 'addAccount'],
      ['perform', 'settings'],
      ['quit'],
    ]);
  });

  it('offers nothing that there is nobody for', () => {
    const off = trayTemplate(empty, actions).filter(({ enabled }) => enabled === false);
    expect(off.map(({ label }) => label)).toEqual(['Lock', 'Lock All']);
  });

  it('cuts names that would make it as wide as the screen', () => {
    const long = { ...some, accounts: [account(1, { name: '🙂'.repeat(200) })] };
    expect(trayTemplate(long, actions).find(({ type }) => type === 'checkbox')?.label).toBe(
      `${'🙂'.repeat(47)}…`,
    );
  });
});

it('the menu of the dock leaves to macOS what that adds by itself', () => {
  const labels = dockTemplate(some, actions).map(({ label }) => label);
  expect(labels).not.toContain('Quit Hotseat');
  expect(labels).toContain('Name 2');
});
