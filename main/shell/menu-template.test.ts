import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Platform } from '../../app/surfaces/chord.ts';
import { bindingsOf } from '../../app/surfaces/key-bindings.ts';
import type { SurfaceCommand } from '../../app/surfaces/surface-commands.ts';
import { menuTemplate, type MenuState } from './menu-template.ts';

const perform = vi.fn<(command: SurfaceCommand) => void>();

beforeEach(() => perform.mockClear());

const state = (count: number): MenuState => ({
  rows: Array.from({ length: count }, (_none, index) => ({ id: `id-${index}`, name: `Name ${index}` })),
  activeId: 'id-1',
  surface: { accountCount: count, hasActive: count > 1, hasPage: count > 1 },
  bindings: bindingsOf({}, 'linux'),
});

const itemsOf = (name: string, shown: MenuState, platform: Platform = 'linux') => {
  const menu = menuTemplate({ ...shown, bindings: bindingsOf({}, platform) }, perform, platform).find(
    ({ label }) => label === name,
  );
  return Array.isArray(menu?.submenu) ? menu.submenu : [];
};
const accountsOf = (shown: MenuState, platform: Platform = 'linux') => itemsOf('&Accounts', shown, platform);

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
    expect(items).toHaveLength(9);
    for (const item of items) expect(item.registerAccelerator).toBe(false);
  });

  it('does what an item says', () => {
    const items = accountsOf(state(2));
    for (const label of ['Name 1', 'Lock', 'Lock All', 'Add Account…', 'Settings…', 'Remove All Accounts…'])
      choose(items, label);
    expect(perform.mock.calls).toEqual([
      ['row2'],
      ['lock'],
      ['lockAll'],
      ['addAccount'],
      ['settings'],
      ['removeAll'],
    ]);
  });

  it('drives the page of the workspace, and shows its keys without taking them', () => {
    const workspace = itemsOf('&Workspace', state(1));
    for (const label of ['Back', 'Forward', 'Reload', 'Print…']) choose(workspace, label);
    for (const label of ['Actual Size', 'Zoom In', 'Zoom Out']) choose(itemsOf('&View', state(1)), label);
    choose(workspace, 'Find in Page…');
    choose(workspace, 'Move Focus to or from the Page');
    expect(perform.mock.calls).toEqual([
      ['back'],
      ['forward'],
      ['reload'],
      ['print'],
      ['zoomReset'],
      ['zoomIn'],
      ['zoomOut'],
      ['findInPage'],
      ['moveFocus'],
    ]);
    const withKeys = [...workspace, ...itemsOf('&View', state(1))].filter(({ accelerator }) => accelerator);
    expect(withKeys).toHaveLength(9);
    for (const item of withKeys) expect(item.registerAccelerator).toBe(false);
  });

  it('greys out what would do nothing', () => {
    const isEnabled = (label: string) =>
      [...accountsOf(state(1)), ...itemsOf('&Workspace', state(1))].find((item) => item.label === label)
        ?.enabled;
    expect(isEnabled('Lock')).toBe(false);
    expect(isEnabled('Lock All')).toBe(true);
    expect(isEnabled('Reload')).toBe(false);
    expect(isEnabled('Remove All Accounts…')).toBe(true);
  });

  it('shows the keys of macOS there', () => {
    const [back, forward] = itemsOf('&Workspace', state(1), 'darwin');
    expect([back?.accelerator, forward?.accelerator]).toEqual(['CommandOrControl+[', 'CommandOrControl+]']);
  });

  it('shows an ampersand in a name as it is', () => {
    const [item] = accountsOf({ ...state(1), rows: [{ id: 'id-0', name: 'Tom & Co' }] });
    expect(item?.label).toBe('Tom && Co');
  });

  it('has settings and quitting in the app menu on macOS, and closing where others have quitting', () => {
    const [appMenu] = menuTemplate(state(0), perform, 'darwin');
    const inApp = Array.isArray(appMenu?.submenu) ? appMenu.submenu : [];
    choose(inApp, 'Settings…');
    expect(perform.mock.calls).toEqual([['settings']]);
    expect(inApp.at(-1)?.role).toBe('quit');
    expect(accountsOf(state(0), 'darwin').map(({ label, role }) => role ?? label)).toEqual([
      'Add Account…',
      'Remove All Accounts…',
      undefined,
      'close',
    ]);
  });

  it('has settings and quitting among the accounts elsewhere, and says what it is at the end', () => {
    const labels = accountsOf(state(0)).map(({ label, role }) => role ?? label);
    expect(labels).toEqual(['Add Account…', 'Settings…', 'Remove All Accounts…', undefined, 'quit']);
    expect(menuTemplate(state(0), perform, 'linux').at(-1)?.submenu).toEqual([
      { label: 'About', role: 'about' },
    ]);
  });
});
