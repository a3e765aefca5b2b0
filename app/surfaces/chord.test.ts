import { describe, expect, it } from 'vitest';
import { chordSchema, pressedChord, type KeyInput, type Platform } from './chord.ts';

const pressed = (input: Partial<KeyInput>, platform: Platform = 'linux') =>
  pressedChord(
    {
      type: 'keyDown',
      key: '',
      code: '',
      control: false,
      meta: false,
      alt: false,
      shift: false,
      isAutoRepeat: false,
      ...input,
    },
    platform,
  );

describe('a chord', () => {
  it.each([
    'K',
    'CommandOrControl+K',
    'Control+Shift+Tab',
    'CommandOrControl+Plus',
    'Alt+Left',
    'F24',
    'Shift+,',
  ])('may be %s', (text) => {
    expect(chordSchema.safeParse(text).success).toBe(true);
  });

  it.each(['', 'k', 'CommandOrControl+', 'Shift+Alt+K', 'Enter', 'F25', 'Super+K', 'CommandOrControl+KK'])(
    'is not %s',
    (text) => {
      expect(chordSchema.safeParse(text).success).toBe(false);
    },
  );

  it('is what was pressed: digits and names by place, letters and signs by what they type', () => {
    expect(pressed({ key: 'k', code: 'KeyK', control: true })).toBe('CommandOrControl+K');
    expect(pressed({ key: 'K', code: 'KeyK', control: true, shift: true })).toBe('CommandOrControl+Shift+K');
    expect(pressed({ key: '"', code: 'Digit3', control: true })).toBe('CommandOrControl+3');
    expect(pressed({ key: 'л', code: 'KeyK', control: true })).toBe('CommandOrControl+K');
    expect(pressed({ key: '<', code: 'Comma', control: true, shift: true })).toBe('CommandOrControl+Shift+,');
    expect(pressed({ key: 'F8', code: 'F8' })).toBe('F8');
    expect(pressed({ key: 'Tab', code: 'Tab', control: true })).toBe('CommandOrControl+Tab');
  });

  it('tells Ctrl and ⌘ apart where there are both', () => {
    expect(pressed({ key: 'k', code: 'KeyK', control: true }, 'darwin')).toBe('Control+K');
    expect(pressed({ key: 'k', code: 'KeyK', meta: true }, 'darwin')).toBe('CommandOrControl+K');
  });

  it('is nothing as long as only modifiers are held', () => {
    expect(pressed({ key: 'Control', code: 'ControlLeft', control: true })).toBeUndefined();
    expect(pressed({ key: 'Escape', code: 'Escape' })).toBeUndefined();
  });
});
