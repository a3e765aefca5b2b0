import { expect, test } from 'vitest';
import { protectFromCapture, type CapturedWindow } from './capture-protection.ts';

class FakeWindow implements CapturedWindow {
  readonly calls: boolean[] = [];

  setContentProtection(isOn: boolean): void {
    this.calls.push(isOn);
  }
}

const stage = (isWantedAtFirst: boolean) => {
  const state = { isWanted: isWantedAtFirst };
  const windows: FakeWindow[] = [];
  let reviewed = (): void => undefined;
  let came = (_window: CapturedWindow): void => undefined;
  protectFromCapture({
    isWanted: () => state.isWanted,
    subscribe: (listener) => (reviewed = listener),
    windows: () => windows,
    onWindow: (listener) => (came = listener),
  });
  return {
    open: () => {
      const window = new FakeWindow();
      windows.push(window);
      came(window);
      return window;
    },
    want: (isWanted: boolean) => {
      state.isWanted = isWanted;
      reviewed();
    },
  };
};

test('H7: every window that comes is kept out of pictures of the screen, a page’s own too', () => {
  const { open } = stage(true);
  expect([open().calls, open().calls]).toEqual([[true], [true]]);
});

test('H7: what is there follows a rule that changes, once, and what comes after does too', () => {
  const { open, want } = stage(false);
  const before = open();
  want(true);
  want(true);
  const after = open();
  want(false);
  const last = open();
  expect([before.calls, after.calls, last.calls]).toEqual([[true, false], [true, false], []]);
});
