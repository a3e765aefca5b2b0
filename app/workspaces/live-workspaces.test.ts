import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { userIdSchema } from '../users/user.ts';
import { ended, overLimit, usedNow } from './live-workspaces.ts';

const idOf = (name: string) => userIdSchema.parse(`user-${name.padStart(4, '0')}`);
const [ana, ben, cleo, dan] = [idOf('ana'), idOf('ben'), idOf('cleo'), idOf('dan')];

describe('which workspaces stay alive', () => {
  it('puts the one used now first, and each once', () => {
    expect(usedNow(usedNow(usedNow([], ana), ben), ana)).toEqual([ana, ben]);
  });

  it('leaves the list as it is where nothing changes', () => {
    const live = [ana, ben];
    expect(usedNow(live, ana)).toBe(live);
    expect(ended(live, cleo)).toBe(live);
    expect(ended(live, ana)).toEqual([ben]);
  });

  it('gives up those used longest ago', () => {
    expect(overLimit([dan, cleo, ben, ana], 2, dan)).toEqual([ben, ana]);
    expect(overLimit([dan, cleo], 2, dan)).toEqual([]);
  });

  it('never gives up the active one, wherever it stands', () => {
    expect(overLimit([ben, cleo, ana], 1, ana)).toEqual([ben, cleo]);
    expect(overLimit([ben, cleo, ana], 2, ana)).toEqual([cleo]);
  });

  it('with nobody active keeps as many as with somebody', () => {
    expect(overLimit([cleo, ben, ana], 2, undefined)).toEqual([ana]);
  });

  it('keeps exactly the limit, for any history', () => {
    const users = Array.from({ length: 9 }, (_none, n) => userIdSchema.parse(`user-000${n}`));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...users)), fc.integer({ min: 1, max: 16 }), (uses, limit) => {
        const live = uses.reduce<ReturnType<typeof usedNow>>(usedNow, []);
        const gone = overLimit(live, limit, live.at(-1));
        const left = live.filter((id) => !gone.includes(id));
        expect(left.length).toBe(Math.min(limit, live.length));
        if (live.length > 0) expect(left).toContain(live.at(-1));
      }),
    );
  });
});
