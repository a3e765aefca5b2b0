import { expect, test } from 'vitest';
import { lastingSwitches } from './start-anew.ts';

test('switches last, but neither what was to be opened nor that the window was to wait', () => {
  expect(lastingSwitches(['--no-update', 'hotseat://open', '--hidden', '--user-data-dir=/here'])).toEqual([
    '--no-update',
    '--user-data-dir=/here',
  ]);
});
