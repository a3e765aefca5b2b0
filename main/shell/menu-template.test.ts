import { describe, expect, it, vi } from 'vitest';
import { menuTemplate, type MenuState } from './menu-template.ts';

const actions = {
  chooseRow: vi.fn<(index: number) => void>(),
  addAccount: vi.fn<() => void>(),
  openSettings: vi.fn<() => void>(),
};

const state = (count: number): MenuState => ({
  rows: Array.from({ length: count }, (_none, index) => ({ id: `id-${index}`, name: `Name ${index}` })),
  activeId: 'id-1',
});

const accountsOf = (shown: MenuState, platform: NodeJS.Platform = 'linux') => {
  const menu = menuTemplate(shown, actions, platform).find(({ label }) => label === '&Accounts');
  return Array.isArray(menu?.submenu) ? menu.submenu : [];
};

describe('the application menu', () => {
  it('shows the accounts with their keys and ticks the active one', () => {
    const items = accountsOf(state(3)).filter(({ type }) => type === 'checkbox');
    expect(items.map(({ label, accelerator, checked }) => [label, accelerator, checked])).toEqual([
      ['Name 0', 'CommandOrControl+1', false],
      ['Name 1', 'CommandOrControl+2', true],
      ['Name 2', 'CommandOrControl+3', false],
    ]);
  });

  it('ends with the ninth account', () => {
    expect(accountsOf(state(12)).filter(({ type }) => type === 'checkbox')).toHaveLength(9);
  });

  it('takes no key itself', () => {
    const items = accountsOf(state(2)).filter(({ accelerator }) => accelerator !== undefined);
    expect(items).toHaveLength(4);
    for (const item of items) expect(item.registerAccelerator).toBe(false);
  });

  it('does what an item says', () => {
    const items = accountsOf(state(2));
    // Electron calls with the item, the window and the event; none is used.
    const click = (label: string) => {
      const found = items.find((item) => item.label === label)?.click;
      if (found) Reflect.apply(found, undefined, []);
    };
    click('Name 1');
    click('Add Account…');
    click('Settings…');
    expect(actions.chooseRow).toHaveBeenCalledWith(1);
    expect(actions.addAccount).toHaveBeenCalledTimes(1);
    expect(actions.openSettings).toHaveBeenCalledTimes(1);
  });

  it('shows an ampersand in a name as it is', () => {
    const [item] = accountsOf({ rows: [{ id: 'id-0', name: 'Tom & Co' }], activeId: undefined });
    expect(item?.label).toBe('Tom && Co');
  });

  it('begins with the app menu on macOS, where quitting is in it', () => {
    expect(menuTemplate(state(0), actions, 'darwin')[0]).toEqual({ role: 'appMenu' });
    expect(accountsOf(state(0), 'darwin').map(({ label }) => label)).toEqual(['Add Account…', 'Settings…']);
    expect(accountsOf(state(0)).some(({ role }) => role === 'quit')).toBe(true);
  });
});
