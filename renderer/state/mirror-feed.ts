import type { HotseatBridge } from '../../app/contract/bridge.ts';
import type { Change, Push } from '../../app/contract/views.ts';
import { changed, mirrorOf, type Mirror } from './mirror-state.ts';

export interface MirrorFeed {
  /** Fetches a snapshot; for the first one, and for `Try again` after it failed. */
  readonly fetch: () => Promise<void>;
  readonly stop: () => void;
}

export type OtherPush = Exclude<Push, { kind: 'change' }>;

/** A snapshot may be behind what was pushed meanwhile; if it is so this often in a row, the next push decides. */
const fetchesInARow = 3;

/**
 * Keeps a mirror in step with main: subscribes first, so that nothing is missed between snapshot and changes,
 * holds back what arrives while a snapshot is on its way, and fetches again on a gap.
 */
export const feedMirror = (
  bridge: HotseatBridge,
  read: () => Mirror,
  write: (mirror: Mirror) => void,
  onOtherPush: (push: OtherPush) => void,
): MirrorFeed => {
  let held: Change[] | undefined;

  /** True when nothing is missing. */
  const apply = (changes: readonly Change[]): boolean => {
    for (const change of changes) {
      const mirror = read();
      if (mirror.kind !== 'ready') return true;
      const next = changed(mirror, change);
      if (!next) return false;
      if (next !== mirror) write(next);
    }
    return true;
  };

  const fetch = async (): Promise<void> => {
    if (held) return;
    held = [];
    for (let round = 0; round < fetchesInARow; round += 1) {
      const outcome = await bridge.snapshot();
      if (!outcome.ok) {
        if (read().kind !== 'ready') write({ kind: 'failed', error: outcome.error });
        break;
      }
      write(mirrorOf(outcome.value));
      if (apply(held)) break;
    }
    held = undefined;
  };

  const stop = bridge.subscribe((push) => {
    if (push.kind !== 'change') onOtherPush(push);
    else if (held) held.push(push.change);
    else if (!apply([push.change])) void fetch();
  });

  return { fetch, stop };
};
