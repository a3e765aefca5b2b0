import { describe, expect, it } from 'vitest';
import type { KeyInput, Platform } from './chord.ts';
import { bindingsOf, keyPressOf } from './key-bindings.ts';
import type { SurfaceCommand } from './surface-commands.ts';

const asks = (command: SurfaceCommand) => ({ kind: 'command', command });

const press = (key: Partial<KeyInput>, platform: Platform = 'linux') =>
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
    bindingsOf({}, platform),
    platform,
  );

describe('keys', () => {
  it.each([
    ['US', '3'],
    ['German', '3'],
    ['French', '"'],
    ['Czech', 'š'],
  ])('takes the third digit key on a %s layout', (_layout, key) => {
    expect(press({ key, code: 'Digit3' })).toEqual(asks('row3'));
  });

  it('counts from the first row to the ninth, and has no tenth', () => {
    expect(press({ code: 'Digit1' })).toEqual(asks('row1'));
    expect(press({ code: 'Digit9' })).toEqual(asks('row9'));
    expect(press({ code: 'Digit0' })).toEqual(asks('zoomReset'));
  });

  it('adds an account with the key that types n, wherever it is', () => {
    expect(press({ key: 'n', code: 'KeyN' })).toEqual(asks('addAccount'));
    expect(press({ key: 'N', code: 'KeyN' })).toEqual(asks('addAccount'));
    expect(press({ key: 'n', code: 'KeyL' })).toEqual(asks('addAccount'));
    expect(press({ key: 'b', code: 'KeyN' })).toBeUndefined();
    expect(press({ key: 'т', code: 'KeyN' })).toEqual(asks('addAccount'));
  });

  it('opens the settings with the key that types a comma', () => {
    expect(press({ key: ',', code: 'Comma' })).toEqual(asks('settings'));
    // French: the comma is where the US layout has its M.
    expect(press({ key: ',', code: 'KeyM' })).toEqual(asks('settings'));
    // Russian, where that key types a letter, and no key a comma without Shift.
    expect(press({ key: 'б', code: 'Comma' })).toEqual(asks('settings'));
    expect(press({ key: ';', code: 'Comma' })).toBeUndefined();
    expect(press({ key: ',', code: 'Comma', shift: true })).toBeUndefined();
    expect(press({ key: ',', code: 'Comma', isAutoRepeat: true })).toEqual({ kind: 'held' });
  });

  it('zooms with plus, minus and zero, wherever the layout has them', () => {
    const zoomIn = asks('zoomIn');
    expect(press({ key: '+', code: 'Equal', shift: true })).toEqual(zoomIn);
    expect(press({ key: '=', code: 'Equal' })).toEqual(zoomIn);
    expect(press({ key: '+', code: 'BracketRight' })).toEqual(zoomIn);
    expect(press({ key: '+', code: 'NumpadAdd' })).toEqual(zoomIn);
    // Czech: the plus is on the first digit's key, which switches.
    expect(press({ key: '+', code: 'Digit1' })).toEqual(asks('row1'));
    expect(press({ key: '-', code: 'Minus' })).toEqual(asks('zoomOut'));
    expect(press({ key: '_', code: 'Minus', shift: true })).toBeUndefined();
    expect(press({ key: '0', code: 'Numpad0' })).toEqual(asks('zoomReset'));
  });

  it('finds, prints and reloads with the key that types the letter', () => {
    expect(press({ key: 'f', code: 'KeyF' })).toEqual(asks('findInPage'));
    expect(press({ key: 'r', code: 'KeyO' })).toEqual(asks('reload'));
    expect(press({ key: 'p', code: 'KeyR' })).toEqual(asks('print'));
    expect(press({ key: 'f', code: 'KeyF', control: false })).toBeUndefined();
  });

  it('reloads with F5 and moves the focus with F6, either way, without a modifier', () => {
    const plain = { control: false, meta: false };
    expect(press({ ...plain, code: 'F5' })).toEqual(asks('reload'));
    expect(press({ ...plain, code: 'F6' })).toEqual(asks('moveFocus'));
    expect(press({ ...plain, code: 'F6', shift: true })).toEqual(asks('moveFocus'));
    expect(press({ ...plain, code: 'F5', shift: true })).toBeUndefined();
    expect(press({ code: 'F6' })).toBeUndefined();
  });

  it('goes back and forward as the system has it', () => {
    const alt = { control: false, meta: false, alt: true };
    expect(press({ ...alt, code: 'ArrowLeft' })).toEqual(asks('back'));
    expect(press({ ...alt, code: 'ArrowRight' })).toEqual(asks('forward'));
    expect(press({ ...alt, control: true, code: 'ArrowLeft' })).toBeUndefined();
    // On macOS that moves by words in a text.
    expect(press({ ...alt, code: 'ArrowLeft' }, 'darwin')).toBeUndefined();
    expect(press({ key: '[', code: 'BracketLeft' }, 'darwin')).toEqual(asks('back'));
    expect(press({ key: ']', code: 'BracketRight' }, 'darwin')).toEqual(asks('forward'));
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
    expect(press({ code: 'Digit2' }, 'darwin')).toEqual(asks('row2'));
    expect(press({ code: 'Digit2', control: true, meta: false }, 'darwin')).toBeUndefined();
  });

  it('acts once while a key is held down', () => {
    expect(press({ code: 'Digit1', isAutoRepeat: true })).toEqual({ kind: 'held' });
    expect(press({ key: 'n', code: 'KeyN', isAutoRepeat: true })).toEqual({ kind: 'held' });
    expect(press({ key: 'a', code: 'KeyA', isAutoRepeat: true })).toBeUndefined();
  });
});
