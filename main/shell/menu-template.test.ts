import { describe, expect, it, vi } from 'vitest';
import type { WorkspaceKey } from '../windows/key-press.ts';
import { menuTemplate, type MenuState } from './menu-template.ts';

const actions = {
  chooseRow: vi.fn<(index: number) => void>(),
  addAccount: vi.fn<() => void>(),
  openSettings: vi.fn<() => void>(),
  lock: vi.fn(),
  lockAll: vi.fn(),
  findInPage: vi.fn<() => void>(),
  driveWorkspace: vi.fn<(action: WorkspaceKey) => void>(),
  moveFocus: vi.fn<() => void>(),
  removeAll: vi.fn<() => void>(),
};

const state = (count: number): MenuState => ({
  rows: Array.from({ length: count }, (_none, index) => ({ id: `id-${index}`, name: `Name ${index}` })),
  activeId: 'id-1',
});

const itemsOf = (name: string, shown: MenuState, platform: NodeJS.Platform = 'linux') => {
  const menu = menuTemplate(shown, actions, platform).find(({ label }) => label === name);
  return Array.isArray(menu?.submenu) ? menu.submenu : [];
};
const accountsOf = (shown: MenuState, platform: NodeJS.Platform = 'linux') =>
  itemsOf('&Accounts', shown, platform);

// Electron calls with the item, the window and the event; none is used.
const choose = (items: ReturnType<typeof itemsOf>, label: string) => {
  const found = items.find((item) => item.label === label)?.click;
  if (found) Reflect.apply(found, undefined, []);
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
    expect(items).toHaveLength(6);
    for (const item of items) expect(item.registerAccelerator).toBe(false);
  });

  it('does what an item says', () => {
    const items = accountsOf(state(2));
    for (const label of ['Name 1', 'Lock', 'Lock All', 'Add Account…', 'Settings…', 'Remove All Accounts…'])
      choose(items, label);
    expect(actions.lock).toHaveBeenCalledTimes(1);
    expect(actions.lockAll).toHaveBeenCalledTimes(1);
    expect(actions.removeAll).toHaveBeenCalledTimes(1);
    expect(actions.chooseRow).toHaveBeenCalledWith(1);
    expect(actions.addAccount).toHaveBeenCalledTimes(1);
    expect(actions.openSettings).toHaveBeenCalledTimes(1);
  });

  it('drives the page of the workspace, and shows its keys without taking them', () => {
    const workspace = itemsOf('&Workspace', state(1));
    for (const label of ['Back', 'Forward', 'Reload', 'Print…']) choose(workspace, label);
    for (const label of ['Actual Size', 'Zoom In', 'Zoom Out']) choose(itemsOf('&View', state(1)), label);
    expect(actions.driveWorkspace.mock.calls).toEqual([
      ['back'],
      ['forward'],
      ['reload'],
      ['print'],
      ['zoomReset'],
      ['zoomIn'],
      ['zoomOut'],
    ]);
    choose(workspace, 'Find in Page…');
    choose(workspace, 'Move Focus to or from the Page');
    expect(actions.findInPage).toHaveBeenCalledTimes(1);
    expect(actions.moveFocus).toHaveBeenCalledTimes(1);
    const withKeys = [...workspace, ...itemsOf('&View', state(1))].filter(({ accelerator }) => accelerator);
    expect(withKeys).toHaveLength(9);
    for (const item of withKeys) expect(item.registerAccelerator).toBe(false);
  });

  it('shows the keys of macOS there', () => {
    const [back, forward] = itemsOf('&Workspace', state(1), 'darwin');
    expect([back?.accelerator, forward?.accelerator]).toEqual(['Command+[', 'Command+]']);
  });

  it('shows an ampersand in a name as it is', () => {
    const [item] = accountsOf({ rows: [{ id: 'id-0', name: 'Tom & Co' }], activeId: undefined });
    expect(item?.label).toBe('Tom && Co');
  });

  it('begins with the app menu on macOS, where quitting is in it', () => {
    expect(menuTemplate(state(0), actions, 'darwin')[0]).toEqual({ role: 'appMenu' });
    expect(accountsOf(state(0), 'darwin').map(({ label }) => label)).toEqual([
      'Add Account…',
      'Settings…',
      'Remove All Accounts…',
    ]);
    expect(accountsOf(state(0)).some(({ role }) => role === 'quit')).toBe(true);
  });
});
