import { describe, expect, it } from 'vitest';
import { keyPressOf, type KeyInput } from './key-press.ts';

const press = (key: Partial<KeyInput>, platform: NodeJS.Platform = 'linux') =>
  keyPressOf(
    {
      type: 'keyDown',
      key: '',
      code: '',
      control: platform !== 'darwin',
      meta: platform === 'darwin',
      alt: false,
      shift: false,
      isAutoRepeat: false,
      ...key,
    },
    platform,
  );

describe('keys', () => {
  it.each([
    ['US', '3'],
    ['German', '3'],
    ['French', '"'],
    ['Czech', 'š'],
  ])('takes the third digit key on a %s layout', (_layout, key) => {
    expect(press({ key, code: 'Digit3' })).toEqual({ kind: 'row', index: 2 });
  });

  it('counts from the first row to the ninth, and has no tenth', () => {
    expect(press({ code: 'Digit1' })).toEqual({ kind: 'row', index: 0 });
    expect(press({ code: 'Digit9' })).toEqual({ kind: 'row', index: 8 });
    expect(press({ code: 'Digit0' })).toEqual({ kind: 'workspace', action: 'zoomReset' });
  });

  it('adds an account with the key that types n, wherever it is', () => {
    expect(press({ key: 'n', code: 'KeyN' })).toEqual({ kind: 'addAccount' });
    expect(press({ key: 'N', code: 'KeyN' })).toEqual({ kind: 'addAccount' });
    expect(press({ key: 'n', code: 'KeyL' })).toEqual({ kind: 'addAccount' });
    expect(press({ key: 'b', code: 'KeyN' })).toBeUndefined();
    expect(press({ key: 'т', code: 'KeyN' })).toEqual({ kind: 'addAccount' });
  });

  it('opens the settings with the key that types a comma', () => {
    expect(press({ key: ',', code: 'Comma' })).toEqual({ kind: 'settings' });
    // French: the comma is where the US layout has its M.
    expect(press({ key: ',', code: 'KeyM' })).toEqual({ kind: 'settings' });
    // Russian, where that key types a letter, and no key a comma without Shift.
    expect(press({ key: 'б', code: 'Comma' })).toEqual({ kind: 'settings' });
    expect(press({ key: ';', code: 'Comma' })).toBeUndefined();
    expect(press({ key: ',', code: 'Comma', shift: true })).toBeUndefined();
    expect(press({ key: ',', code: 'Comma', isAutoRepeat: true })).toEqual({ kind: 'held' });
  });

  it('zooms with plus, minus and zero, wherever the layout has them', () => {
    const zoomIn = { kind: 'workspace', action: 'zoomIn' };
    expect(press({ key: '+', code: 'Equal', shift: true })).toEqual(zoomIn);
    expect(press({ key: '=', code: 'Equal' })).toEqual(zoomIn);
    expect(press({ key: '+', code: 'BracketRight' })).toEqual(zoomIn);
    expect(press({ key: '+', code: 'NumpadAdd' })).toEqual(zoomIn);
    // Czech: the plus is on the first digit's key, which switches.
    expect(press({ key: '+', code: 'Digit1' })).toEqual({ kind: 'row', index: 0 });
    expect(press({ key: '-', code: 'Minus' })).toEqual({ kind: 'workspace', action: 'zoomOut' });
    expect(press({ key: '_', code: 'Minus', shift: true })).toBeUndefined();
    expect(press({ key: '0', code: 'Numpad0' })).toEqual({ kind: 'workspace', action: 'zoomReset' });
  });

  it('finds, prints and reloads with the key that types the letter', () => {
    expect(press({ key: 'f', code: 'KeyF' })).toEqual({ kind: 'findInPage' });
    expect(press({ key: 'r', code: 'KeyO' })).toEqual({ kind: 'workspace', action: 'reload' });
    expect(press({ key: 'p', code: 'KeyR' })).toEqual({ kind: 'workspace', action: 'print' });
    expect(press({ key: 'f', code: 'KeyF', control: false })).toBeUndefined();
  });

  it('reloads with F5 and moves the focus with F6, either way, without a modifier', () => {
    const plain = { control: false, meta: false };
    expect(press({ ...plain, code: 'F5' })).toEqual({ kind: 'workspace', action: 'reload' });
    expect(press({ ...plain, code: 'F6' })).toEqual({ kind: 'moveFocus' });
    expect(press({ ...plain, code: 'F6', shift: true })).toEqual({ kind: 'moveFocus' });
    expect(press({ ...plain, code: 'F5', shift: true })).toBeUndefined();
    expect(press({ code: 'F6' })).toBeUndefined();
  });

  it('goes back and forward as the system has it', () => {
    const alt = { control: false, meta: false, alt: true };
    expect(press({ ...alt, code: 'ArrowLeft' })).toEqual({ kind: 'workspace', action: 'back' });
    expect(press({ ...alt, code: 'ArrowRight' })).toEqual({ kind: 'workspace', action: 'forward' });
    expect(press({ ...alt, control: true, code: 'ArrowLeft' })).toBeUndefined();
    // On macOS that moves by words in a text.
    expect(press({ ...alt, code: 'ArrowLeft' }, 'darwin')).toBeUndefined();
    expect(press({ key: '[', code: 'BracketLeft' }, 'darwin')).toEqual({ kind: 'workspace', action: 'back' });
    expect(press({ key: ']', code: 'BracketRight' }, 'darwin')).toEqual({
      kind: 'workspace',
      action: 'forward',
    });
    expect(press({ key: '[', code: 'BracketLeft' })).toBeUndefined();
  });

  it.each<[string, Partial<KeyInput>]>([
    ['no modifier', { control: false }],
    ['Alt too (AltGr)', { alt: true }],
    ['Shift too', { shift: true }],
    ['the key of another system', { control: false, meta: true }],
    ['both', { meta: true }],
    ['a key that is let go', { type: 'keyUp' }],
    ['the number pad', { code: 'Numpad1' }],
  ])('leaves a digit alone with %s', (_title, input) => {
    expect(press({ key: '1', code: 'Digit1', ...input })).toBeUndefined();
  });

  it('goes by the command key on macOS', () => {
    expect(press({ code: 'Digit2' }, 'darwin')).toEqual({ kind: 'row', index: 1 });
    expect(press({ code: 'Digit2', control: true, meta: false }, 'darwin')).toBeUndefined();
  });

  it('acts once while a key is held down', () => {
    expect(press({ code: 'Digit1', isAutoRepeat: true })).toEqual({ kind: 'held' });
    expect(press({ key: 'n', code: 'KeyN', isAutoRepeat: true })).toEqual({ kind: 'held' });
    expect(press({ key: 'a', code: 'KeyA', isAutoRepeat: true })).toBeUndefined();
  });
});
