import { expect, test } from 'vitest';
import { lastingSwitches } from './start-anew.ts';

test('what was meant for one run is not meant for the next', () => {
  expect(
    lastingSwitches([
      '--user-data-dir=/x',
      '--hidden',
      '--for-a-command',
      'hotseat://switch/user-0001',
      '--no-update',
    ]),
  ).toEqual(['--user-data-dir=/x', '--no-update']);
});
