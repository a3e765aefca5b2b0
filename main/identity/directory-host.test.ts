import { describe, expect, it } from 'vitest';
import { fail, succeed } from '../../app/outcome.ts';
import { createDirectoryHost, type DirectoryFailure } from './directory-host.ts';
import { createFakeDirectoryProcess, type FakeDirectoryProcess } from './testing/fake-directory-process.ts';
import { createManualTimers, settled } from '../../app/testing/manual-timers.ts';

const key = new Uint8Array(32).fill(7);
const whoami = { method: 'GET', path: '/whoami', headers: { Accept: 'application/json' } } as const;
const unavailable = fail({ code: 'networkUnavailable' });
const cancelled = fail({ code: 'cancelled' });

interface StageOptions {
  readonly signingKey?: () => Promise<Uint8Array>;
  readonly fork?: (count: number) => FakeDirectoryProcess;
}

const stage = ({
  signingKey = async () => key,
  fork = () => createFakeDirectoryProcess(),
}: StageOptions = {}) => {
  const processes: FakeDirectoryProcess[] = [];
  const failures: DirectoryFailure[] = [];
  const logged: string[] = [];
  const timers = createManualTimers();
  const host = createDirectoryHost({
    fork: (modulePath) => {
      expect(modulePath).toBe('/built/directory.js');
      const process = fork(processes.length);
      processes.push(process);
      return process;
    },
    modulePath: '/built/directory.js',
    databaseFile: '/profile/directory.db',
    signingKey,
    timers,
    log: { warn: (event) => logged.push(event) },
    onFailed: (reason) => failures.push(reason),
  });
  /** The latest process, once it was forked. */
  const process = async (): Promise<FakeDirectoryProcess> => {
    await settled();
    const latest = processes.at(-1);
    if (!latest) throw new Error('No process was started');
    return latest;
  };
  /** A process that is ready, and the request that woke it. */
  const wake = async (cancellation?: AbortSignal) => {
    const answer = host.request(whoami, cancellation);
    const latest = await process();
    latest.say({ kind: 'ready' });
    await settled();
    return { process: latest, answer };
  };
  return { host, processes, failures, logged, timers, process, wake };
};

const reply = (process: FakeDirectoryProcess, body = '{}', status = 200) => {
  const id = process.requests().at(-1)?.id ?? -1;
  process.say({ kind: 'response', id, status, headers: { 'content-type': 'application/json' }, body });
};

describe('the host of the directory', () => {
  it('starts the process with the first request, and hands the key over by message', async () => {
    const { host, processes, process } = stage();
    await settled();
    expect(processes).toHaveLength(0);
    const answer = host.request({ ...whoami, method: 'POST', body: '{"a":1}' });
    const first = await process();
    expect(first.sent).toEqual([
      { kind: 'start', databaseFile: '/profile/directory.db', signingKey: new Uint8Array(32).fill(7) },
    ]);
    first.say({ kind: 'ready' });
    await settled();
    expect(first.requests()).toEqual([
      { kind: 'request', id: 1, ...whoami, method: 'POST', body: '{"a":1}' },
    ]);
    reply(first, '{"b":2}', 201);
    expect(await answer).toEqual(
      succeed({ status: 201, headers: { 'content-type': 'application/json' }, body: '{"b":2}' }),
    );
  });

  it('hands over a copy of the key, not the memory around it', async () => {
    const pool = new Uint8Array(4096);
    const { host, process } = stage({ signingKey: async () => pool.subarray(64, 96) });
    void host.request(whoami);
    const start = (await process()).sent[0];
    expect(start?.kind === 'start' && start.signingKey.buffer.byteLength).toBe(32);
  });

  it('starts one process for all who come while it starts', async () => {
    const { host, processes, process } = stage();
    const answers = [host.request(whoami), host.request(whoami), host.request(whoami)];
    const first = await process();
    first.say({ kind: 'ready' });
    await settled();
    expect(processes).toHaveLength(1);
    for (const { id } of first.requests()) {
      first.say({ kind: 'response', id, status: 200, headers: {}, body: String(id) });
    }
    const bodies = (await Promise.all(answers)).map((outcome) => outcome.ok && outcome.value.body);
    expect(bodies).toEqual(['1', '2', '3']);
  });

  it('tells networkUnavailable to all in flight when it dies, and starts it again', async () => {
    const { host, processes, timers, wake, process, failures } = stage();
    const { process: first, answer } = await wake();
    const other = host.request(whoami);
    await settled();
    first.exit();
    expect(await answer).toEqual(unavailable);
    expect(await other).toEqual(unavailable);
    const later = host.request(whoami);
    await settled();
    expect(processes).toHaveLength(1);
    await timers.advance(100);
    expect(processes).toHaveLength(2);
    const second = await process();
    second.say({ kind: 'ready' });
    await settled();
    reply(second);
    expect((await later).ok).toBe(true);
    expect(failures).toEqual([]);
  });

  it('never takes an answer of a dead process for one of the next', async () => {
    const { timers, wake, process, host } = stage();
    const { process: first, answer } = await wake();
    first.exit();
    await answer;
    await timers.advance(100);
    const second = await process();
    second.say({ kind: 'ready' });
    const later = host.request(whoami);
    await settled();
    expect(second.requests().at(-1)?.id).toBe(1);
    first.say({ kind: 'response', id: 1, status: 200, headers: {}, body: 'stale' });
    reply(second, 'fresh');
    expect(await later).toMatchObject({ value: { body: 'fresh' } });
  });

  it('waits longer with every death in a row, up to five seconds, and from the start after an answer', async () => {
    const { timers, process, host, processes } = stage();
    const delays: number[] = [];
    const dieAndMeasure = async () => {
      const latest = await process();
      latest.say({ kind: 'ready' });
      const count = processes.length;
      latest.exit();
      let waitedMs = 0;
      while (processes.length === count) {
        await timers.advance(50);
        waitedMs += 50;
      }
      delays.push(waitedMs);
    };
    void host.request(whoami);
    for (let i = 0; i < 8; i += 1) await dieAndMeasure();
    expect(delays).toEqual([100, 200, 400, 800, 1600, 3200, 5000, 5000]);
    const latest = await process();
    latest.say({ kind: 'ready' });
    const answer = host.request(whoami);
    await settled();
    reply(latest);
    await answer;
    await dieAndMeasure();
    expect(delays.at(-1)).toBe(100);
  });

  it('tells once that it died at its start, and tries again with the next request only', async () => {
    const { host, processes, timers, process, failures } = stage();
    const answer = host.request(whoami);
    (await process()).exit();
    expect(await answer).toEqual(unavailable);
    expect(failures).toEqual(['neverReady']);
    await timers.advance(60_000);
    expect(processes).toHaveLength(1);
    void host.request(whoami);
    await settled();
    expect(processes).toHaveLength(2);
  });

  it.each(['newerDatabase', 'databaseUnreadable', 'diskFull', 'unexpected'] as const)(
    'tells that it failed: %s',
    async (reason) => {
      const { host, process, failures } = stage();
      const answer = host.request(whoami);
      const first = await process();
      first.say({ kind: 'failed', reason });
      expect(await answer).toEqual(unavailable);
      expect(failures).toEqual([reason]);
      expect(first.killCount()).toBeGreaterThan(0);
    },
  );

  it('tells that there is no key, and starts nothing', async () => {
    const { host, processes, failures } = stage({ signingKey: () => Promise.reject(new Error('locked')) });
    expect(await host.request(whoami)).toEqual(unavailable);
    expect(failures).toEqual(['keyUnavailable']);
    expect(processes).toHaveLength(0);
  });

  it('tells that it cannot be forked', async () => {
    const { host, failures } = stage({
      fork: () => {
        throw new Error('no such file');
      },
    });
    expect(await host.request(whoami)).toEqual(unavailable);
    expect(failures).toEqual(['neverReady']);
  });

  it('ends a process that is never ready, whether or not it dies of it', async () => {
    const { host, processes, timers, process, failures } = stage({
      fork: () => createFakeDirectoryProcess({ diesWhenKilled: false }),
    });
    const answer = host.request(whoami);
    const first = await process();
    await timers.advance(10_000);
    expect(await answer).toEqual(unavailable);
    expect(failures).toEqual(['neverReady']);
    expect(first.killCount()).toBe(1);
    first.say({ kind: 'ready' });
    void host.request(whoami);
    await timers.advance(100);
    expect(processes).toHaveLength(2);
  });

  it('does not hold a person’s time at the keyring against the process', async () => {
    let unlock: (bytes: Uint8Array) => void = () => undefined;
    const { host, timers, processes, failures } = stage({
      signingKey: () => new Promise((resolve) => (unlock = resolve)),
    });
    const early = host.request(whoami);
    await timers.advance(60_000);
    expect(await early).toEqual(unavailable);
    expect(failures).toEqual([]);
    unlock(key);
    await settled();
    expect(processes).toHaveLength(1);
    void host.request(whoami);
    await settled();
    expect(processes).toHaveLength(1);
  });

  it('gives a request ten seconds, then cancels it', async () => {
    const { host, timers, wake, processes } = stage();
    const { process, answer } = await wake();
    let isAnswered = false;
    void answer.finally(() => (isAnswered = true));
    await timers.advance(5_000);
    const other = host.request(whoami);
    await settled();
    reply(process);
    expect((await other).ok).toBe(true);
    await timers.advance(4_999);
    expect(isAnswered).toBe(false);
    await timers.advance(1);
    expect(await answer).toEqual(unavailable);
    expect(process.sent.at(-1)).toEqual({ kind: 'cancel', id: 1 });
    // It answered another meanwhile: slow, not dead.
    expect(process.killCount()).toBe(0);
    expect(processes).toHaveLength(1);
  });

  it('takes a process for dead that says nothing for all that time', async () => {
    const { timers, wake, processes } = stage();
    const { process, answer } = await wake();
    await timers.advance(10_100);
    expect(await answer).toEqual(unavailable);
    expect(process.killCount()).toBeGreaterThan(0);
    expect(processes).toHaveLength(2);
  });

  it('cancels', async () => {
    const { wake, timers } = stage();
    const controller = new AbortController();
    const { process, answer } = await wake(controller.signal);
    controller.abort();
    expect(await answer).toEqual(cancelled);
    expect(process.sent.at(-1)).toEqual({ kind: 'cancel', id: 1 });
    reply(process);
    expect(timers.pendingCount()).toBe(0);
  });

  it('cancels before it is ready, and sends nothing then', async () => {
    const { host, process } = stage();
    const controller = new AbortController();
    const answer = host.request(whoami, controller.signal);
    const first = await process();
    controller.abort();
    expect(await answer).toEqual(cancelled);
    first.say({ kind: 'ready' });
    await settled();
    expect(first.requests()).toEqual([]);
    expect(await host.request(whoami, controller.signal)).toEqual(cancelled);
  });

  it('takes an answer of 1 MB and none above', async () => {
    const { host, wake } = stage();
    const { process, answer } = await wake();
    reply(process, 'é'.repeat(524_288));
    expect((await answer).ok).toBe(true);
    const tooLong = host.request(whoami);
    await settled();
    reply(process, `é${'é'.repeat(524_288)}`);
    expect(await tooLong).toEqual(fail({ code: 'serverError', status: 200 }));
  });

  it('ignores what is no reply, and replies to nothing that was asked', async () => {
    const { wake, logged } = stage();
    const { process, answer } = await wake();
    for (const message of [null, 'x', {}, { kind: 'response', id: 1 }, { kind: 'ready', more: true }]) {
      process.sayAnything(message);
    }
    process.say({ kind: 'response', id: 99, status: 200, headers: {}, body: 'nobody asked' });
    reply(process, 'right');
    expect(await answer).toMatchObject({ value: { body: 'right' } });
    expect(logged).toEqual(Array.from({ length: 5 }, () => 'directoryReplyIgnored'));
  });

  it('stops: nothing in flight is left waiting, nothing starts again, nothing is told', async () => {
    const { host, wake, timers, processes, failures } = stage();
    const { process, answer } = await wake();
    await host.stop();
    expect(await answer).toEqual(unavailable);
    expect(process.killCount()).toBeGreaterThan(0);
    expect(await host.request(whoami)).toEqual(unavailable);
    await timers.advance(60_000);
    expect(processes).toHaveLength(1);
    expect(failures).toEqual([]);
  });

  it('stops while it starts', async () => {
    const { host, process, failures } = stage();
    const answer = host.request(whoami);
    await process();
    await host.stop();
    expect(await answer).toEqual(unavailable);
    expect(failures).toEqual([]);
  });

  it('starts nothing that was about to start when it stops', async () => {
    const { host, wake, timers, processes } = stage();
    const { process } = await wake();
    process.exit();
    const answer = host.request(whoami);
    await host.stop();
    await timers.advance(60_000);
    expect(await answer).toEqual(unavailable);
    expect(processes).toHaveLength(1);
  });

  it('starts nothing for a key that comes after it stopped', async () => {
    let unlock: (bytes: Uint8Array) => void = () => undefined;
    const { host, processes, failures } = stage({
      signingKey: () => new Promise((resolve) => (unlock = resolve)),
    });
    const answer = host.request(whoami);
    await settled();
    await host.stop();
    unlock(key);
    expect(await answer).toEqual(unavailable);
    expect(processes).toHaveLength(0);
    expect(failures).toEqual([]);
  });

  it('waits two seconds at most for a process that does not end', async () => {
    const { host, wake, timers } = stage({
      fork: () => createFakeDirectoryProcess({ diesWhenKilled: false }),
    });
    await wake();
    let hasStopped = false;
    const stopping = host.stop().then(() => (hasStopped = true));
    await timers.advance(1_999);
    expect(hasStopped).toBe(false);
    await timers.advance(1);
    await stopping;
    expect(hasStopped).toBe(true);
  });

  it('stops at once where nothing was started', async () => {
    const { host, processes } = stage();
    await host.stop();
    expect(processes).toHaveLength(0);
  });
});
