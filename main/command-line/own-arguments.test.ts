import { expect, test } from 'vitest';
import { splitArguments } from './own-arguments.ts';

test('of a package everything behind the program is ours', () => {
  expect(splitArguments(['/opt/Hotseat/hotseat', 'list'], undefined)).toEqual({ program: [], own: ['list'] });
});

test('run from its sources, ours begin behind the folder of the app', () => {
  expect(
    splitArguments(['electron', '--inspect=0', '/src/hotseat/', '--lang=de', 'list'], '/src/hotseat'),
  ).toEqual({
    program: ['--inspect=0', '/src/hotseat/'],
    own: ['--lang=de', 'list'],
  });
  expect(splitArguments(['electron', 'out/main/index.js'], '/src/hotseat')).toEqual({
    program: ['out/main/index.js'],
    own: [],
  });
});
