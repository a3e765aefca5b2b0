import { expect, test, vi } from 'vitest';

test('no module of the window reads a word while it is loaded: it would stay in one language', async () => {
  vi.resetModules();
  const { speech } = await import('./spoken.ts');
  expect(() => speech.language).toThrow('before a language is spoken');
  await import('../features/window/hotseat-window.tsx');
  await import('../state/start.ts');
});
