import { describe, expect, it } from 'vitest';
import { chord, type Platform } from './chord.ts';
import { bindingsOf, defaultKeysOf } from './key-bindings.ts';
import { refusalOf } from './key-refusal.ts';
import { surfaceCommandSchema, type SurfaceCommand } from './surface-commands.ts';

const refusal = (command: SurfaceCommand, key: string, platform: Platform = 'linux') =>
  refusalOf(command, chord(key), bindingsOf({}, platform), platform);

describe('choosing a key', () => {
  it.each<Platform>(['linux', 'darwin', 'win32'])(
    'has nothing against the keys of its own, on %s',
    (platform) => {
      const bindings = bindingsOf({}, platform);
      const refusals = surfaceCommandSchema.options.flatMap((command) =>
        defaultKeysOf(command, platform).map((key) => refusalOf(command, key, bindings, platform)),
      );
      expect(refusals.filter(Boolean)).toEqual([]);
    },
  );

  it('says who has the key already', () => {
    expect(refusal('settings', 'CommandOrControl+K')).toEqual({ kind: 'taken', by: 'quickSwitcher' });
    expect(refusal('summon', 'CommandOrControl+1')).toEqual({ kind: 'taken', by: 'row1' });
    expect(refusal('quickSwitcher', 'CommandOrControl+K')).toBeUndefined();
  });

  it('knows a key however it is written', () => {
    expect(refusal('settings', 'CommandOrControl+Tab')).toEqual({ kind: 'taken', by: 'cycleOlder' });
    expect(refusal('settings', 'CommandOrControl+Tab', 'darwin')).toEqual({ kind: 'reserved' });
    expect(refusal('settings', 'CommandOrControl+Shift+Plus')).toEqual({ kind: 'taken', by: 'zoomIn' });
  });

  it('goes by what was chosen, and not by what was before', () => {
    const bindings = bindingsOf({ settings: [chord('F8')], quickSwitcher: [] }, 'linux');
    expect(refusalOf('lock', chord('F8'), bindings, 'linux')).toEqual({ kind: 'taken', by: 'settings' });
    expect(refusalOf('lock', chord('CommandOrControl+,'), bindings, 'linux')).toBeUndefined();
    expect(refusalOf('lock', chord('CommandOrControl+K'), bindings, 'linux')).toBeUndefined();
  });

  it.each([
    ['lock', 'L', 'bare'],
    ['lock', 'Shift+L', 'bare'],
    ['lock', 'Tab', 'bare'],
    ['lock', 'CommandOrControl+Alt+L', 'typesText'],
    ['lock', 'CommandOrControl+C', 'reserved'],
    ['lock', 'Alt+F4', 'reserved'],
    ['cycleOlder', 'F9', 'notHeld'],
  ] as const)('refuses %s the key %s: %s', (command, key, kind) => {
    expect(refusal(command, key)).toEqual({ kind });
  });

  it('takes a function key alone, and what another system has reserved', () => {
    expect(refusal('lock', 'F9')).toBeUndefined();
    expect(refusal('lock', 'CommandOrControl+H')).toBeUndefined();
    expect(refusal('lock', 'Alt+L', 'darwin')).toEqual({ kind: 'typesText' });
    expect(refusal('lock', 'CommandOrControl+Alt+L', 'darwin')).toBeUndefined();
  });
});
