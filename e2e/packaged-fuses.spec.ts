import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from 'playwright/test';
import { packagedProgram, startPackaged } from './fixtures/packaged.ts';
import { titlesOf } from './fixtures/window-titles.ts';

test.skip(process.platform !== 'linux', 'seen through the X server and /proc');

test('all nine fuses are burnt into the program', async () => {
  const on = '1'.codePointAt(0);
  const off = '0'.codePointAt(0);
  expect(await getCurrentFuseWire(packagedProgram())).toEqual({
    version: '1',
    0: off, // run as Node
    1: on, // cookies are encrypted
    2: off, // NODE_OPTIONS
    3: off, // --inspect, SIGUSR1
    4: on, // the archive is checked
    5: on, // nothing but the archive
    6: off, // a snapshot of our own
    7: off, // privileges of file:
    8: on, // WebAssembly's traps
  });
});

/** Ports that a process listens on, over IPv4 and IPv6. */
const listeningPorts = (pid: number): readonly number[] => {
  const sockets = new Set(
    readdirSync(`/proc/${pid}/fd`).map((fd) => {
      try {
        return readlinkSync(`/proc/${pid}/fd/${fd}`);
      } catch {
        return ''; // It was closed meanwhile.
      }
    }),
  );
  const listening = '0A';
  return ['tcp', 'tcp6']
    .flatMap((kind) => readFileSync(`/proc/${pid}/net/${kind}`, 'utf8').trim().split('\n').slice(1))
    .map((line) => line.trim().split(/\s+/u))
    .filter(([, , , state, , , , , , inode]) => state === listening && sockets.has(`socket:[${inode}]`))
    .map(([, local]) => Number.parseInt(local?.split(':')[1] ?? '', 16));
};

/** A folder with programs that would leave a mark, if anybody ran them. */
const traps = () => {
  const folder = mkdtempSync(join(tmpdir(), 'hotseat-traps-'));
  const mark = join(folder, 'mark');
  const script = join(folder, 'script.cjs');
  writeFileSync(script, `require('node:fs').writeFileSync(${JSON.stringify(mark)}, 'was here')`);
  const foreignApp = join(folder, 'app');
  mkdirSync(foreignApp);
  writeFileSync(join(foreignApp, 'package.json'), '{ "name": "foreign", "main": "../script.cjs" }');
  return { folder, script, foreignApp, wasSprung: () => existsSync(mark) };
};

for (const [title, args, env] of [
  ['NODE_OPTIONS loads nothing', () => [], (script) => ({ NODE_OPTIONS: `--require=${script}` })],
  ['ELECTRON_RUN_AS_NODE runs nothing', (trap) => [trap.script], () => ({ ELECTRON_RUN_AS_NODE: '1' })],
  ['a foreign app’s folder is not run', (trap) => [trap.foreignApp], () => ({})],
] satisfies readonly [
  string,
  (trap: ReturnType<typeof traps>) => readonly string[],
  (script: string) => Record<string, string>,
][])
  test(`E4: ${title}; Hotseat opens as ever, and listens nowhere`, async () => {
    const trap = traps();
    const hotseat = startPackaged(args(trap), env(trap.script));
    try {
      await expect.poll(() => titlesOf(hotseat.pid), { timeout: 20_000 }).toEqual(['Hotseat']);
      expect(trap.wasSprung()).toBe(false);
      expect(listeningPorts(hotseat.pid)).toEqual([]);
    } finally {
      await hotseat.erase();
      rmSync(trap.folder, { recursive: true });
    }
  });

test('E4: SIGUSR1 opens no debugger', async () => {
  const hotseat = startPackaged();
  try {
    await expect.poll(() => titlesOf(hotseat.pid), { timeout: 20_000 }).toEqual(['Hotseat']);
    process.kill(hotseat.pid, 'SIGUSR1');
    // Node would have opened its port, or Hotseat have ended, by the time that it answers a second signal.
    await new Promise((settle) => {
      setTimeout(settle, 1_000);
    });
    expect(existsSync(`/proc/${hotseat.pid}/fd`) ? listeningPorts(hotseat.pid) : []).toEqual([]);
    await hotseat.end();
    expect((await hotseat.ended).said).not.toContain('Debugger listening');
  } finally {
    await hotseat.erase();
  }
});
