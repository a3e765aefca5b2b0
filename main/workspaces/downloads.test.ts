import { expect, test } from 'vitest';
import { withinLimit } from './downloads.ts';

test('the list forgets what is over, the oldest first, and never what runs', () => {
  const done = Array.from({ length: 60 }, (_none, id) => ({ id, state: 'done' as const }));
  const running = { id: 99, state: 'running' as const };
  expect(withinLimit(done)).toEqual(done.slice(0, 50));
  expect(withinLimit([...done, running])).toEqual([...done.slice(0, 49), running]);
  expect(withinLimit([running])).toEqual([running]);
});
