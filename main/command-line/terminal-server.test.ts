import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TerminalAnswer } from '../../app/launch/terminal-answer.ts';
import type { TerminalCommand } from '../../app/launch/terminal-commands.ts';
import { askRunning } from './ask-running.ts';
import { TerminalServer } from './terminal-server.ts';

const platform = 'linux';
const nobody: TerminalAnswer = { kind: 'active' };

describe.skipIf(process.platform === 'win32')('at a socket', () => {
  let folder = '';
  let path = '';
  const asked: TerminalCommand[] = [];
  const warned: string[] = [];
  const servers: TerminalServer[] = [];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hotseat-terminal-'));
    path = join(folder, 'command-line', 'hotseat.sock');
    asked.length = 0;
    warned.length = 0;
  });
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.close();
    rmSync(folder, { recursive: true });
  });

  const listen = async (
    answer: () => Promise<TerminalAnswer> = async () => nobody,
  ): Promise<TerminalServer> => {
    const server = new TerminalServer({
      path,
      platform,
      log: { warn: (event) => void warned.push(event) },
      answer: (command) => {
        asked.push(command);
        return answer();
      },
    });
    servers.push(server);
    await server.listen();
    return server;
  };

  /** What comes back for these bytes. */
  const raw = (bytes: string): Promise<string> => {
    const socket = connect(path);
    socket.write(bytes);
    return text(socket).catch(() => '');
  };

  test('a command is answered, in a folder of 0700 and a socket of 0600', async () => {
    await listen();
    expect(await askRunning(path, platform, { kind: 'whoami' })).toEqual({ kind: 'answer', answer: nobody });
    expect(asked).toEqual([{ kind: 'whoami' }]);
    expect(statSync(dirname(path)).mode & 0o777).toBe(0o700);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test('what is no command of this version is not done', async () => {
    await listen();
    for (const line of [
      'nonsense',
      'null',
      '{"protocol":1}',
      '{"protocol":1,"command":{"kind":"unlock"}}',
      '{"protocol":1,"command":{"kind":"list","more":1}}',
      '{"protocol":2,"command":{"kind":"list"}}',
      `{"protocol":1,"command":{"kind":"switch","account":"${'a'.repeat(401)}"}}`,
    ])
      expect(await raw(`${line}\n`), line).toBe('{"kind":"notUnderstood"}\n');
    expect(await raw('x'.repeat(100_000)), 'too much').toBe('');
    expect(asked).toEqual([]);
  });

  test('only the first line of a connection counts', async () => {
    await listen();
    const line = '{"protocol":1,"command":{"kind":"list"}}\n';
    expect(await raw(line + line)).toBe('{"kind":"active"}\n');
    expect(asked).toHaveLength(1);
  });

  test('where nobody listens it says so, and has sent nothing', async () => {
    expect(await askRunning(path, platform, { kind: 'list' })).toEqual({ kind: 'absent' });
    leaveStaleSocket(path);
    expect(await askRunning(path, platform, { kind: 'list' }), 'a stale socket').toEqual({ kind: 'absent' });
    await listen();
    expect(await askRunning(path, platform, { kind: 'list' }), 'taken over').toMatchObject({
      kind: 'answer',
    });
  });

  test('a socket that others could have put there is sent nothing', async () => {
    await listen();
    chmodSync(dirname(path), 0o755);
    expect(await askRunning(path, platform, { kind: 'list' })).toEqual({ kind: 'notOwn' });
    expect(asked).toEqual([]);
  });

  test('another folder in the place of ours is not used, and Hotseat goes on', async () => {
    mkdirSync(join(folder, 'elsewhere'));
    symlinkSync(join(folder, 'elsewhere'), dirname(path));
    await listen();
    expect(warned).toEqual(['terminals cannot be answered: there is no place for the socket']);
    expect(existsSync(join(folder, 'elsewhere', 'hotseat.sock'))).toBe(false);
  });

  test('who answers what is no answer is not believed', async () => {
    const server = await listen(async () => JSON.parse('{"kind":"active","token":"x"}'));
    expect(await askRunning(path, platform, { kind: 'whoami' })).toEqual({
      kind: 'answer',
      answer: { kind: 'notUnderstood' },
    });
    await server.close();
    expect(existsSync(dirname(path)), 'closed, nothing is left').toBe(false);
  });

  test('closing does not wait for who says nothing', async () => {
    const server = await listen();
    const silent = connect(path);
    await new Promise((resolve) => {
      silent.once('connect', resolve);
    });
    silent.on('error', () => undefined);
    await server.close();
    expect(existsSync(path)).toBe(false);
  });
});

/** As a Hotseat leaves it that is killed. */
const leaveStaleSocket = (path: string): void => {
  mkdirSync(dirname(path), { mode: 0o700 });
  const program = `${path}.cjs`;
  writeFileSync(
    program,
    `require('node:net').createServer().listen(process.argv[2], () => process.kill(process.pid, 'SIGKILL'))`,
  );
  spawnSync(process.execPath, [program, path]);
  rmSync(program);
};
