import '../storage/testing/use-electron-stand-in.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { UpdateView } from '../../app/contract/update-views.ts';
import { done, fail } from '../../app/outcome.ts';
import { createManualTimers, settled } from '../../app/testing/manual-timers.ts';
import { scratchDirectory } from '../storage/testing/scratch-directory.ts';
import { SeenVersions } from './seen-versions.ts';
import type { Found, UpdateEngine } from './update-engine.ts';
import { UpdateFailure } from './update-failure.ts';
import { Updates } from './updates.ts';

const offer = { version: '2.0.0', sizeBytes: 100 };
const hourMs = 3_600_000;

let scratch: ReturnType<typeof scratchDirectory>;
beforeEach(() => {
  scratch = scratchDirectory();
});
afterEach(() => scratch[Symbol.dispose]());

/** A fake engine: the real one needs Electron, and is driven in e2e/updates.spec.ts. */
const fakeEngine = () => {
  const engine = {
    check: vi.fn<() => Promise<Found>>(async () => ({ kind: 'offer', offer })),
    download: vi.fn<UpdateEngine['download']>(async (onReceived) => onReceived(60)),
    prepare: vi.fn<UpdateEngine['prepare']>(async () => undefined),
    install: vi.fn<UpdateEngine['install']>(async () => 'installed'),
  };
  return engine;
};

const stage = ({
  initial = { kind: 'idle' },
  isAutomatic = true,
}: { initial?: UpdateView; isAutomatic?: boolean } = {}) => {
  const timers = createManualTimers();
  const engine = fakeEngine();
  const quit = vi.fn<() => void>();
  const openEngine = vi.fn<() => Promise<UpdateEngine>>(async () => engine);
  const updates = new Updates({
    initial,
    openSeen: () => new SeenVersions({ directory: scratch.path, clock: { nowMs: () => 7 } }),
    openEngine,
    isAutomatic: () => isAutomatic,
    quit,
    clock: { nowMs: () => 7 },
    timers,
    random: { fraction: () => 0 },
    log: { warn: () => undefined },
  });
  const views: UpdateView[] = [];
  updates.subscribe(() => views.push(updates.current));
  const kinds = () => views.map(({ kind }) => kind);
  return { updates, engine, openEngine, quit, timers, kinds };
};

const ready = async () => {
  const made = stage();
  await made.updates.check();
  await made.updates.download();
  await settled();
  return made;
};

test('nothing is loaded before the first check is due, and nothing is downloaded unasked', async () => {
  const { updates, openEngine, engine, timers } = stage();
  updates.begin();
  await timers.advance(2 * 60_000);
  expect(openEngine).not.toHaveBeenCalled();
  await timers.advance(24 * hourMs);
  expect(updates.current).toEqual({ kind: 'available', offer });
  expect(engine.download).not.toHaveBeenCalled();
});

test('whoever does not want it is not checked for, and may still check', async () => {
  const { updates, engine, timers } = stage({ isAutomatic: false });
  updates.begin();
  await timers.advance(48 * hourMs);
  expect(engine.check).not.toHaveBeenCalled();
  expect(await updates.check()).toEqual(done);
  expect(updates.current.kind).toBe('available');
});

test.each(['noKey', 'switch', 'policy', 'package'] as const)(
  'off because of %s: nothing happens at all',
  async (because) => {
    const { updates, openEngine, timers } = stage({ initial: { kind: 'off', because } });
    updates.begin();
    updates.wake();
    updates.checkSoon();
    await timers.advance(48 * hourMs);
    const denied = fail({ code: 'deniedByPolicy' });
    expect([await updates.check(), await updates.download(), await updates.install()]).toEqual([
      denied,
      denied,
      denied,
    ]);
    expect(openEngine).not.toHaveBeenCalled();
    expect(timers.setCount).toBe(0);
  },
);

test('found, downloaded, ready: each is told', async () => {
  const { kinds } = await ready();
  expect(kinds()).toEqual(['checking', 'available', 'downloading', 'downloading', 'ready']);
});

test('up to date says when', async () => {
  const { updates, engine } = stage();
  engine.check.mockResolvedValue({ kind: 'nothing' });
  await updates.check();
  expect(updates.current).toEqual({ kind: 'idle', checkedAtMs: 7 });
});

test('a check that fails is a state, and the next one works', async () => {
  const { updates, engine } = stage();
  engine.check.mockRejectedValueOnce(new UpdateFailure('untrusted'));
  expect(await updates.check()).toEqual(done);
  expect(updates.current).toEqual({ kind: 'failed', during: 'check', because: 'untrusted' });
  await updates.check();
  expect(updates.current.kind).toBe('available');
});

test('an engine that cannot be loaded is tried again', async () => {
  const { updates, openEngine } = stage();
  openEngine.mockRejectedValueOnce(new Error('a chunk is missing'));
  await updates.check();
  expect(updates.current).toMatchObject({ kind: 'failed', because: 'unexpected' });
  await settled();
  await updates.check();
  expect(updates.current.kind).toBe('available');
});

test('a download that is cancelled is offered again; one that fails too, with its reason', async () => {
  const { updates, engine } = stage();
  await updates.check();
  engine.download.mockImplementationOnce(
    (_onReceived, signal) =>
      new Promise((_settle, reject) =>
        signal.addEventListener('abort', () => reject(new Error('cancelled'))),
      ),
  );
  await updates.download();
  await settled();
  updates.cancelDownload();
  await settled();
  expect(updates.current).toEqual({ kind: 'available', offer });
  engine.download.mockRejectedValueOnce(new UpdateFailure('damaged'));
  await updates.download();
  await settled();
  expect(updates.current).toEqual({ kind: 'failed', during: 'download', because: 'damaged', offer });
});

test('nothing is installed without the person’s word, at a quit neither', async () => {
  const { updates, engine } = await ready();
  expect(await updates.finish()).toBe('none');
  expect(engine.install).not.toHaveBeenCalled();
});

test('with it, Hotseat quits first, and the new version goes in place when all is closed', async () => {
  const { updates, engine, quit } = await ready();
  await updates.install();
  expect(quit).toHaveBeenCalledTimes(1);
  expect(engine.install).not.toHaveBeenCalled();
  expect(await updates.finish()).toBe('startAnew');
  expect(engine.install).toHaveBeenCalledTimes(1);
});

test('what cannot be prepared does not end Hotseat', async () => {
  const { updates, engine, quit } = await ready();
  engine.prepare.mockRejectedValue(new UpdateFailure('diskFull'));
  await updates.install();
  expect(quit).not.toHaveBeenCalled();
  expect(updates.current).toEqual({ kind: 'failed', during: 'install', because: 'diskFull', offer });
  expect(await updates.finish()).toBe('none');
});

test('an installer that is refused starts the old version again, which tells of it once', async () => {
  const { updates, engine } = await ready();
  engine.install.mockRejectedValue(new UpdateFailure('declined'));
  await updates.install();
  expect(await updates.finish()).toBe('startAnew');
  const next = stage();
  next.updates.begin();
  expect(next.updates.current).toEqual({ kind: 'failed', during: 'install', because: 'declined' });
  await vi.waitFor(() => {
    const afterThat = stage();
    afterThat.updates.begin();
    expect(afterThat.updates.current).toEqual({ kind: 'idle' });
  });
});

test('a background check does not look past a version that is ready', async () => {
  const { updates, engine, timers } = await ready();
  updates.begin();
  await timers.advance(48 * hourMs);
  expect(engine.check).toHaveBeenCalledTimes(1);
  expect(updates.current.kind).toBe('ready');
});
