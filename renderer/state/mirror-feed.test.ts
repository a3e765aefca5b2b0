import { expect, test } from 'vitest';
import type { HotseatBridge, Outcome, UserId } from '../../app/contract/bridge.ts';
import type { Push, Snapshot } from '../../app/contract/views.ts';
import { feedMirror, type OtherPush } from './mirror-feed.ts';
import type { Mirror } from './mirror-state.ts';
import { sampleSnapshot, sampleUserId } from './sample-users.ts';

const ada = sampleUserId(1);
const bob = sampleUserId(2);

const snapshotAt = (revision: number, activeId?: UserId): Outcome<Snapshot> => ({
  ok: true,
  value: sampleSnapshot({ revision, ...(activeId ? { activeId } : {}) }),
});

/** A bridge whose snapshots are answered by hand, and a mirror that it feeds. */
const stage = () => {
  const waiting: ((outcome: Outcome<Snapshot>) => void)[] = [];
  const others: OtherPush[] = [];
  const listeners = new Set<(push: Push) => void>();
  const log: string[] = [];
  let mirror: Mirror = { kind: 'loading' };
  const bridge: HotseatBridge = {
    execute: () => Promise.reject(new Error('Not used here')),
    snapshot: () => {
      log.push('snapshot');
      return new Promise((resolve) => waiting.push(resolve));
    },
    subscribe: (listener) => {
      log.push('subscribe');
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const feed = feedMirror(
    bridge,
    () => mirror,
    (next) => {
      mirror = next;
    },
    (push) => others.push(push),
  );
  return {
    feed,
    log,
    others,
    mirror: () => mirror,
    activeId: () => (mirror.kind === 'ready' ? mirror.activeId : undefined),
    revision: () => (mirror.kind === 'ready' ? mirror.revision : undefined),
    push: (push: Push) => {
      for (const listener of listeners) listener(push);
    },
    switched: (revision: number, id?: UserId) => {
      for (const listener of listeners)
        listener({ kind: 'change', change: { revision, active: id ? { id } : {} } });
    },
    answer: async (outcome: Outcome<Snapshot>) => {
      waiting.shift()?.(outcome);
      await settled();
    },
  };
};

/** Lets every promise that is ready go on. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('subscribes before it asks for the snapshot', () => {
  const { feed, log } = stage();
  void feed.fetch();
  expect(log).toEqual(['subscribe', 'snapshot']);
});

test('changes that arrive while the snapshot is on its way count after it, without those it has', async () => {
  const { feed, switched, answer, activeId, revision } = stage();
  void feed.fetch();
  switched(4, ada);
  switched(5, bob);
  switched(6);
  await answer(snapshotAt(5, bob));
  expect(revision()).toBe(6);
  expect(activeId()).toBeUndefined();
});

test('a gap fetches again, once, and what comes meanwhile is not lost', async () => {
  const { feed, switched, answer, activeId, revision, log } = stage();
  void feed.fetch();
  await answer(snapshotAt(1));
  switched(3, ada);
  switched(4, bob);
  expect(log.filter((entry) => entry === 'snapshot')).toHaveLength(2);
  await answer(snapshotAt(3, ada));
  expect(revision()).toBe(4);
  expect(activeId()).toBe(bob);
});

test('a snapshot that is behind what was pushed meanwhile is asked for again', async () => {
  const { feed, switched, answer, revision } = stage();
  void feed.fetch();
  switched(9, ada);
  await answer(snapshotAt(5));
  await answer(snapshotAt(9, ada));
  expect(revision()).toBe(9);
});

test('a bridge that never catches up is not asked for ever', async () => {
  const { feed, switched, answer, log } = stage();
  void feed.fetch();
  switched(99, ada);
  for (let round = 0; round < 6; round += 1) await answer(snapshotAt(5));
  expect(log.filter((entry) => entry === 'snapshot')).toHaveLength(3);
});

test('duplicates and stale changes are let go', async () => {
  const { feed, switched, answer, activeId, revision, log } = stage();
  void feed.fetch();
  await answer(snapshotAt(5, ada));
  switched(5, bob);
  switched(3, bob);
  expect(activeId()).toBe(ada);
  switched(6, bob);
  switched(6, ada);
  expect([activeId(), revision()]).toEqual([bob, 6]);
  expect(log).toEqual(['subscribe', 'snapshot']);
});

test('a first snapshot that fails can be tried again', async () => {
  const { feed, answer, mirror } = stage();
  void feed.fetch();
  await answer({ ok: false, error: { code: 'unexpected' } });
  expect(mirror()).toEqual({ kind: 'failed', error: { code: 'unexpected' } });
  void feed.fetch();
  await answer(snapshotAt(1));
  expect(mirror().kind).toBe('ready');
});

test('a later fetch that fails keeps what is known, and the next change tries again', async () => {
  const { feed, switched, answer, activeId, mirror } = stage();
  void feed.fetch();
  await answer(snapshotAt(1, ada));
  switched(3, bob);
  await answer({ ok: false, error: { code: 'unexpected' } });
  expect(mirror().kind).toBe('ready');
  expect(activeId()).toBe(ada);
  switched(4, bob);
  await answer(snapshotAt(4, bob));
  expect(activeId()).toBe(bob);
});

test('other pushes pass through, also while a snapshot is on its way', () => {
  const { feed, push, others } = stage();
  void feed.fetch();
  push({ kind: 'open', what: 'addAccount' });
  expect(others).toEqual([{ kind: 'open', what: 'addAccount' }]);
});

test('nothing arrives after it was stopped', async () => {
  const { feed, switched, answer, activeId } = stage();
  void feed.fetch();
  await answer(snapshotAt(1, ada));
  feed.stop();
  switched(2, bob);
  expect(activeId()).toBe(ada);
});
