import { expect, test } from 'vitest';
import { rememberedIn } from './remembered.ts';

test('what comes back is what was kept, and nothing where it is something else', () => {
  expect(rememberedIn({ draft: 'half a thought', scrollY: 120 })).toEqual({
    draft: 'half a thought',
    scrollY: 120,
  });
  for (const state of [null, undefined, 7, 'text', {}, { draft: 1, scrollY: '1' }])
    expect(rememberedIn(state)).toEqual({ draft: '', scrollY: 0 });
});
