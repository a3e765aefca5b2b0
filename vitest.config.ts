import { defineConfig } from 'vitest/config';

export default defineConfig({
  define: { __PACKAGED_GUARDS__: 'false', __PSEUDO_LANGUAGES__: 'true' },
  test: {
    include: ['{app,main,scripts,bench,campaign}/**/*.test.ts', 'renderer/**/*.test.{ts,tsx}'],
    setupFiles: ['renderer/text/testing/speak-english.ts', 'main/shell/testing/speak-english.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
