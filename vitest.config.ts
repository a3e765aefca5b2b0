import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{app,main,scripts,bench,campaign}/**/*.test.ts', 'renderer/**/*.test.{ts,tsx}'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
