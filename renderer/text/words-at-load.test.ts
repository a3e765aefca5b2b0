import { expect, test, vi } from 'vitest';

test('no word is read while the window’s modules are loaded: it would stay in that language', async () => {
  vi.resetModules();
  const { speech } = await import('./spoken.ts');
  expect(() => speech.language).toThrow('before a language is spoken');
  await import('../features/window/hotseat-window.tsx');
  expect(() => speech.language).toThrow('before a language is spoken');
});
