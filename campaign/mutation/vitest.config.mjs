import { defineConfig } from 'vitest/config';
import base from '../../vitest.config.ts';

/**
 * The tests of the core, of which Stryker runs those that meet a mutant. Without the property test: it meets nearly all,
 * and takes half a minute.
 */
export default defineConfig({
  ...base,
  test: {
    ...base.test,
    isolate: false,
    include: ['app/**/*.test.ts'],
    exclude: ['app/switcher.property.test.ts'],
  },
});
