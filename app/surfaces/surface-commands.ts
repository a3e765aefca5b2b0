import { z } from 'zod';
import { chord, type Chord } from './chord.ts';
import type { CycleDirection } from './cycling.ts';

/** What a person can ask of Hotseat by a key, a menu, or any other surface, whoever is meant by it. */
export const surfaceCommandSchema = z.enum([
  'row1',
  'row2',
  'row3',
  'row4',
  'row5',
  'row6',
  'row7',
  'row8',
  'row9',
  'cycleOlder',
  'cycleNewer',
  'quickSwitcher',
  'summon',
  'addAccount',
  'lock',
  'lockAll',
  'settings',
  'removeAll',
  'findInPage',
  'back',
  'forward',
  'reload',
  'print',
  'zoomIn',
  'zoomOut',
  'zoomReset',
  'moveFocus',
]);
export type SurfaceCommand = z.infer<typeof surfaceCommandSchema>;

/** What the window opens for the person, over whatever is there. */
export const openedSchema = z.enum(['addAccount', 'settings', 'findInPage', 'removeAll', 'quickSwitcher']);
export type Opened = z.infer<typeof openedSchema>;

/** What is done to the page on the stage, or to the text of the window. */
export type PageEffect = 'back' | 'forward' | 'reload' | 'print' | 'zoomIn' | 'zoomOut' | 'zoomReset';

export type Effect =
  | { readonly kind: 'chooseRow'; readonly index: number }
  | { readonly kind: 'cycle'; readonly direction: CycleDirection }
  | { readonly kind: 'open'; readonly what: Opened }
  /** Brings Hotseat up over other programs, with the quick switcher open. */
  | { readonly kind: 'summon' }
  | { readonly kind: 'lock'; readonly whom: 'active' | 'everybody' }
  | { readonly kind: 'page'; readonly action: PageEffect }
  /** Between the window and the page in it. */
  | { readonly kind: 'moveFocus' };

/** The little that enabling depends on. */
export interface SurfaceState {
  readonly accountCount: number;
  readonly hasActive: boolean;
  /** Has the active account a page? */
  readonly hasPage: boolean;
}

export interface CommandSpec {
  readonly effect: Effect;
  /** The keys it has until the person chooses others. */
  readonly keys: { readonly mac: readonly Chord[]; readonly other: readonly Chord[] };
  readonly isEnabled: (state: SurfaceState) => boolean;
  /** Is it found by typing, too? What stands in for a single key is not. */
  readonly isSearchable: boolean;
}

type Rule = CommandSpec['isEnabled'];

const always: Rule = () => true;
const withAccounts: Rule = ({ accountCount }) => accountCount > 0;
const withSomebody: Rule = ({ hasActive }) => hasActive;
const withPage: Rule = ({ hasPage }) => hasPage;

const withSomebodyElse: Rule = ({ accountCount, hasActive }) => accountCount > (hasActive ? 1 : 0);

const everywhere = (...texts: readonly string[]): CommandSpec['keys'] => {
  const keys = texts.map(chord);
  return { mac: keys, other: keys };
};

const row = (number: number): CommandSpec => ({
  effect: { kind: 'chooseRow', index: number - 1 },
  keys: everywhere(`CommandOrControl+${number}`),
  isEnabled: ({ accountCount }) => accountCount >= number,
  isSearchable: false,
});

const cycle = (direction: CycleDirection, key: string): CommandSpec => ({
  effect: { kind: 'cycle', direction },
  keys: everywhere(key),
  isEnabled: withSomebodyElse,
  isSearchable: false,
});

const onPage = (action: PageEffect, keys: CommandSpec['keys'], isSearchable = false): CommandSpec => ({
  effect: { kind: 'page', action },
  keys,
  isEnabled: withPage,
  isSearchable,
});

/** Text of the window has a size too, with no page there. */
const zoom = (action: PageEffect, key: string): CommandSpec => ({
  ...onPage(action, everywhere(key)),
  isEnabled: always,
});

const opens = (what: Opened, keys: CommandSpec['keys'], isEnabled: Rule = always): CommandSpec => ({
  effect: { kind: 'open', what },
  keys,
  isEnabled,
  isSearchable: what !== 'quickSwitcher',
});

/** Every command, once. Surfaces read from here; one more is a name above, a line here, and its words. */
export const surfaceCommands: Readonly<Record<SurfaceCommand, CommandSpec>> = {
  row1: row(1),
  row2: row(2),
  row3: row(3),
  row4: row(4),
  row5: row(5),
  row6: row(6),
  row7: row(7),
  row8: row(8),
  row9: row(9),
  cycleOlder: cycle('older', 'Control+Tab'),
  cycleNewer: cycle('newer', 'Control+Shift+Tab'),
  quickSwitcher: opens('quickSwitcher', everywhere('CommandOrControl+K')),
  summon: { effect: { kind: 'summon' }, keys: everywhere(), isEnabled: always, isSearchable: false },
  addAccount: opens('addAccount', everywhere('CommandOrControl+N')),
  lock: {
    effect: { kind: 'lock', whom: 'active' },
    keys: everywhere('CommandOrControl+L'),
    isEnabled: withSomebody,
    isSearchable: true,
  },
  lockAll: {
    effect: { kind: 'lock', whom: 'everybody' },
    keys: everywhere('CommandOrControl+Shift+L'),
    isEnabled: withAccounts,
    isSearchable: true,
  },
  settings: opens('settings', everywhere('CommandOrControl+,')),
  removeAll: opens('removeAll', everywhere(), withAccounts),
  findInPage: opens('findInPage', everywhere('CommandOrControl+F'), withPage),
  back: onPage('back', { mac: [chord('CommandOrControl+[')], other: [chord('Alt+Left')] }),
  forward: onPage('forward', { mac: [chord('CommandOrControl+]')], other: [chord('Alt+Right')] }),
  reload: onPage('reload', everywhere('CommandOrControl+R', 'F5'), true),
  print: onPage('print', everywhere('CommandOrControl+P'), true),
  zoomIn: zoom('zoomIn', 'CommandOrControl+Plus'),
  zoomOut: zoom('zoomOut', 'CommandOrControl+-'),
  zoomReset: zoom('zoomReset', 'CommandOrControl+0'),
  moveFocus: {
    effect: { kind: 'moveFocus' },
    keys: everywhere('F6', 'Shift+F6'),
    isEnabled: withPage,
    isSearchable: false,
  },
};
