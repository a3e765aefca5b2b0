import { done, fail } from '../outcome.ts';
import type { Unlocking } from '../ports.ts';

/** For tests that lock nobody. */
export const nobodyIsLocked: Unlocking = {
  setUp: async () => fail({ code: 'unexpected' }),
  prove: async () => fail({ code: 'unlockRefused', because: 'lost' }),
  proveByTouchId: async () => fail({ code: 'unlockRefused', because: 'notConfirmed' }),
  close: () => undefined,
  forget: async () => done,
  replace: (_userId, meanwhile) => meanwhile(),
};
