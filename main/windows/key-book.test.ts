import { describe, expect, it, vi } from 'vitest';
import { done, fail, succeed, type Outcome } from '../../app/outcome.ts';
import { defaultSettings, type Settings } from '../../app/settings/settings.ts';
import { chord, type Chord } from '../../app/surfaces/chord.ts';
import { KeyBook } from './key-book.ts';
import { KeyCapture } from './key-capture.ts';

const ctrlB = chord('CommandOrControl+B');

const stage = (systemHas: readonly Chord[] = []) => {
  const book = { current: defaultSettings, outcome: done };
  const change = vi.fn<(part: Partial<Settings>) => Promise<Outcome<void>>>(async (part) => {
    if (book.outcome.ok) book.current = { ...book.current, ...part };
    return book.outcome;
  });
  const heard: { key: Chord | undefined } = { key: undefined };
  const changed = vi.fn();
  const keys = new KeyBook({
    settings: {
      get current() {
        return book.current;
      },
      change,
      subscribe: () => () => undefined,
    },
    platform: 'linux',
    globalKey: {
      set: (key) => {
        const isGiven = key === undefined || !systemHas.includes(key);
        heard.key = isGiven ? key : undefined;
        return isGiven;
      },
    },
    capture: new KeyCapture('linux'),
    changed,
  });
  return { book, change, heard, changed, keys };
};

describe('the keys of all commands', () => {
  it('are those that were chosen, from then on', async () => {
    const { keys, changed } = stage();
    expect(await keys.change('settings', { kind: 'key', key: ctrlB })).toEqual(succeed({ kind: 'changed' }));
    expect(keys.bindings.get('settings')).toEqual([ctrlB]);
    expect(keys.view.commands.find(({ command }) => command === 'settings')).toMatchObject({
      keys: [ctrlB],
      isChosen: true,
    });
    expect(changed).toHaveBeenCalledTimes(1);
  });

  it('do not change where another command has the key, or the disk fails', async () => {
    const { keys, change, book } = stage();
    const taken = chord('CommandOrControl+L');
    expect(await keys.change('settings', { kind: 'key', key: taken })).toEqual(
      succeed({ kind: 'refused', key: taken, because: { kind: 'taken', by: 'lock' } }),
    );
    expect(change).not.toHaveBeenCalled();
    book.outcome = fail({ code: 'storageUnavailable', problem: 'diskFull' });
    expect(await keys.change('settings', { kind: 'key', key: ctrlB })).toEqual(book.outcome);
    expect(keys.bindings.get('settings')).toEqual([chord('CommandOrControl+,')]);
  });

  it('may be none, and their own again, unless another command has taken that', async () => {
    const { keys } = stage();
    const comma = chord('CommandOrControl+,');
    await keys.change('settings', { kind: 'none' });
    expect(keys.bindings.get('settings')).toEqual([]);
    await keys.change('lock', { kind: 'key', key: comma });
    expect(await keys.change('settings', { kind: 'default' })).toEqual(
      succeed({ kind: 'refused', key: comma, because: { kind: 'taken', by: 'lock' } }),
    );
    await keys.reset();
    expect(keys.bindings.get('settings')).toEqual([comma]);
    expect(keys.view.commands.some(({ isChosen }) => isChosen)).toBe(false);
  });
});

describe('the global key', () => {
  it('is asked of the system before it is kept, and the one before stays where it is refused', async () => {
    const [first, second] = [chord('F8'), chord('F9')];
    const { keys, heard } = stage([second]);
    await keys.change('summon', { kind: 'key', key: first });
    expect(heard.key).toBe(first);
    expect(await keys.change('summon', { kind: 'key', key: second })).toEqual(
      succeed({ kind: 'refused', key: second, because: { kind: 'takenBySystem' } }),
    );
    expect([heard.key, keys.bindings.get('summon')]).toEqual([first, [first]]);
    await keys.change('summon', { kind: 'none' });
    expect(heard.key).toBeUndefined();
  });

  it('is not heard where it was not saved', async () => {
    const { keys, heard, book } = stage();
    book.outcome = fail({ code: 'storageUnavailable', problem: 'diskFull' });
    await keys.change('summon', { kind: 'key', key: chord('F8') });
    expect(heard.key).toBeUndefined();
  });

  it('says when the system does not give it at a start', () => {
    const { keys, book } = stage([chord('F8')]);
    keys.start();
    expect(keys.view.isGlobalKeyRefused).toBe(false);
    book.current = { ...book.current, keys: { summon: [chord('F8')] } };
    keys.start();
    expect(keys.view.isGlobalKeyRefused).toBe(true);
  });
});
