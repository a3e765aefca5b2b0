import { execFile, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { createServer } from 'node:http';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OutgoingRequest } from '../../app/contract/request-views.ts';
import { directoryService, type Service } from '../../app/identity/service.ts';
import { curlCommand, quoted } from '../../app/requests/curl-command.ts';
import { logInByEmail, valueOf } from '../../app/testing/fake-world.ts';
import { unknownId } from '../../app/testing/worlds.ts';
import { serviceIdSchema, type UserId } from '../../app/users/user.ts';
import { scratchDirectory } from '../storage/testing/scratch-directory.ts';
import { createCurlCopies } from './curl-copies.ts';
import { TokenGrants } from './token-grants.ts';
import { TokenHandOut } from './token-hand-out.ts';
import { openRequestStage, type RequestStage } from './testing/request-stage.ts';

const run = promisify(execFile);
const isPosix = process.platform !== 'win32';
const realCurl = isPosix
  ? spawnSync('sh', ['-c', 'command -v curl'], { encoding: 'utf8' }).stdout.trim()
  : '';

const shop: Service = {
  id: serviceIdSchema.parse('shop'),
  kind: 'appServices',
  name: 'Shop',
  baseUrl: 'https://services.example.org',
  appId: 'shop-abcde',
};

interface CurlStage extends RequestStage {
  readonly ana: UserId;
  readonly folder: string;
  readonly handOut: TokenHandOut;
  readonly grants: TokenGrants;
  /** What is in the clipboard. */
  readonly copied: string[];
  service: Service;
  copy(
    request?: Partial<Extract<OutgoingRequest, { kind: 'http' }>>,
  ): ReturnType<ReturnType<typeof createCurlCopies>>;
  copyAs: ReturnType<typeof createCurlCopies>;
}

const bodies: string[] = [];
let stage: CurlStage;
let scratch: ReturnType<typeof scratchDirectory>;

beforeEach(async () => {
  scratch = scratchDirectory();
  const folder = join(scratch.path, 'hand-out');
  const opened = await openRequestStage('ana@example.org', 'ben@example.org');
  const { switcher, requests, timers } = opened;
  bodies.length = 0;
  opened.serve = (request, response, subject) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      bodies.push(Buffer.concat(pieces).toString());
      response.end(subject);
    });
  };
  const grants = new TokenGrants(timers, randomBytes);
  const socketPaths = [join(scratch.path, 'x'.repeat(120), 'token.sock'), join(folder, 'token.sock')];
  const handOut = new TokenHandOut({ users: switcher.bearers, grants, timers, socketPaths });
  switcher.subscribe(() => grants.drop((userId) => switcher.bearers.refusalOf(userId) !== undefined));
  const copied: string[] = [];
  const copyAs = createCurlCopies({
    requests,
    users: switcher.bearers,
    serviceOf: () => stage.service,
    handOut,
    clipboard: { writeText: async (text) => void copied.push(text) },
    hasUnixSockets: true,
  });
  stage = Object.assign(opened, {
    ana: opened.idOf(0),
    folder,
    handOut,
    grants,
    copied,
    service: shop,
    copyAs,
    copy: (request: Partial<Extract<OutgoingRequest, { kind: 'http' }>> = {}) =>
      copyAs({
        userId: opened.idOf(0),
        request: { kind: 'http', method: 'GET', url: '/who', headers: [], ...request },
      }),
  });
});
afterEach(async () => {
  await stage.handOut.close();
  await stage.close();
  scratch[Symbol.dispose]();
});

/** The last copy, run by a real shell; `curl` is the real one, behind a script that notes what it was given. */
const runCopy = async (shell = 'sh', variables: Readonly<Record<string, string>> = {}) => {
  const bin = join(scratch.path, 'bin');
  const notes = join(scratch.path, 'given');
  fs.mkdirSync(bin, { recursive: true });
  const script = `#!/bin/sh\n{ printf '%s\\n' "$@"; env; } >> ${quoted(notes)}\nexec ${quoted(realCurl)} "$@"\n`;
  fs.writeFileSync(join(bin, 'curl'), script, { mode: 0o700 });
  const env = {
    ...process.env,
    ...variables,
    PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`,
    CURL_HOME: scratch.path,
  };
  const { stdout, stderr } = await run(shell, ['-c', stage.copied.at(-1) ?? ''], { env });
  return { stdout, stderr, given: fs.readFileSync(notes, 'utf8') };
};

const ask = (path: string, ...options: string[]) =>
  run(realCurl, [
    '-sS',
    '-i',
    '--unix-socket',
    join(stage.folder, 'token.sock'),
    ...options,
    `http://hotseat${path}`,
  ]).then(({ stdout }) => stdout);
const grantIn = (command: string): string => /hotseat(\/[\w-]+)/.exec(command)?.[1] ?? '';

describe('quoting for a shell', () => {
  it.runIf(isPosix)('a real shell has each argument as it was', () => {
    const word = fc
      .oneof(
        fc.string({ unit: 'binary', maxLength: 20 }),
        fc
          .array(fc.constantFrom("'", '"', '\\', '$', '`', '!', '\n', ' ', '*', '~', '-', '#', 'a'), {
            maxLength: 12,
          })
          .map((all) => all.join('')),
      )
      .filter((text) => !text.includes('\0'));
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (words) => {
        const script = `printf '%s\\0' ${words.map(quoted).join(' ')}`;
        const { stdout } = spawnSync('sh', ['-c', script], { encoding: 'utf8' });
        expect(stdout.split('\0').slice(0, -1)).toEqual(words);
      }),
      { seed: 3, numRuns: 60 },
    );
  });

  it.each(['a\0b', 'a\u001b[201~b', 'a\rb', '\u009b', 'x'.repeat(40_001), '\ud800'])(
    'a body that no argument can be, or that acts on a terminal, makes no command',
    (body) => {
      const handOut = { socketPath: '/s', grant: 'g' };
      const of = (text: string) =>
        curlCommand({ method: 'POST', headers: {}, body: text, url: 'https://a.example/', handOut });
      expect(of(body)).toBeUndefined();
      expect(of('a\tb\nc \u00e9')).toBeDefined();
    },
  );
});

describe.runIf(isPosix && realCurl !== '')('a copied command', () => {
  it('sends the same request as the same user, in a real shell', async () => {
    const body = `it's "$HOME" \`id\` \\ \u00e9 !1\n@file`;
    const headers = [
      { name: 'X-Quoted', value: `it's $HOME` },
      { name: 'X-Empty', value: '' },
    ];
    expect(await stage.copy({ method: 'PUT', url: '/a/[b]?c={d,e}&f=[1-3]', headers, body })).toMatchObject({
      ok: true,
    });
    const { stdout, stderr } = await runCopy();
    expect([stdout, stderr.includes('curl:')]).toEqual([stage.subjectOf(stage.ana), false]);
    expect(stage.server.received).toMatchObject([
      {
        method: 'PUT',
        url: '/a/[b]?c={d,e}&f=[1-3]',
        headers: { 'x-quoted': `it's $HOME`, 'x-empty': '', 'content-type': 'text/plain;charset=UTF-8' },
      },
    ]);
    expect(bodies).toEqual([body]);
  });

  it.each(['GET', 'HEAD', 'POST', 'DELETE', 'OPTIONS'])('%s', async (method) => {
    valueOf(await stage.copy({ method }));
    await runCopy('bash');
    expect(stage.server.received).toMatchObject([{ method, url: '/who' }]);
  });

  it('has the token in no argument, no environment and not in itself', async () => {
    valueOf(await stage.copy());
    const { given, stdout } = await runCopy();
    expect(stdout).toBe(stage.subjectOf(stage.ana));
    expect(stage.server.received[0]?.headers.authorization).toContain('CANARY-fake-');
    expect(given).toContain('--unix-socket');
    const token = stage.world.storedAccessTokenOf(stage.ana);
    for (const text of [given, stage.copied.join('')]) {
      expect(text).not.toContain(token);
      expect(text).not.toContain('Bearer');
    }
  });

  it('is the command that it is meant to be', async () => {
    valueOf(await stage.copy({ headers: [{ name: 'Accept', value: 'text/plain' }] }));
    expect(stage.copied.at(-1)?.replace(/hotseat\/[\w-]{32}/, 'hotseat/GRANT')).toBe(
      `curl -fsS --unix-socket '${stage.folder}/token.sock' http://hotseat/GRANT | ` +
        `curl -H @- -g --noproxy '*' -H 'Accept: text/plain' '${stage.server.origin}/who'`,
    );
  });

  it('D5: shows the token to no proxy that the shell or a file of curl names, on the way to this computer', async () => {
    const seen: unknown[] = [];
    const proxy = createServer((request, response) => {
      seen.push([request.url, request.headers.authorization]);
      response.end();
    });
    await new Promise<void>((resolve) => {
      proxy.listen(0, '127.0.0.1', resolve);
    });
    const address = proxy.address();
    const proxyUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    fs.writeFileSync(join(scratch.path, '.curlrc'), `proxy = "${proxyUrl}"\n`);
    try {
      valueOf(await stage.copy());
      const { stdout } = await runCopy('sh', { http_proxy: proxyUrl, no_proxy: '', NO_PROXY: '' });
      expect(seen).toEqual([]);
      expect(stdout).toBe(stage.subjectOf(stage.ana));
    } finally {
      proxy.close();
    }
  });

  it('of a function calls it', async () => {
    expect(
      await stage.copyAs({
        userId: stage.ana,
        request: { kind: 'function', name: 'notes.add', arguments: [{ $numberLong: '1' }] },
      }),
    ).toMatchObject({ ok: true });
    await runCopy();
    expect(stage.server.received).toMatchObject([
      { method: 'POST', url: '/api/client/v2.0/app/shop-abcde/functions/call' },
    ]);
    expect(JSON.parse(bodies[0] ?? '')).toEqual({ name: 'notes.add', arguments: [{ $numberLong: '1' }] });
  });

  it('has a fresh token each time, also after the one of then has run out', async () => {
    valueOf(await stage.copy());
    await runCopy();
    stage.world.service.expireAccessTokens();
    await stage.requests.originsOf(stage.ana);
    await stage.send(stage.ana);
    expect((await runCopy()).stdout).toBe(stage.subjectOf(stage.ana));
  });

  it('is refused where there is no way to say it', async () => {
    stage.service = directoryService;
    const notOffered = { ok: false, error: { code: 'conflict', with: 'notOffered' } };
    expect(await stage.copy()).toEqual(notOffered);
    stage.service = shop;
    expect(await stage.copy({ method: 'POST', body: 'a\0b' })).toEqual(notOffered);
    expect(await stage.copy({ url: 'https://evil.example/' })).toMatchObject({
      error: { problem: 'foreign' },
    });
    expect(stage.copied).toEqual([]);
  });

  it('needs a user who may act', async () => {
    valueOf(await stage.switcher.logOut(stage.ana));
    expect(await stage.copy()).toMatchObject({ error: { code: 'userLoggedOut' } });
    const request = { kind: 'function', name: 'a', arguments: [] } as const;
    expect(await stage.copyAs({ userId: unknownId, request })).toMatchObject({
      error: { code: 'userNotFound' },
    });
  });
});

describe.runIf(isPosix && realCurl !== '')('the hand-out of tokens', () => {
  const granted = async (): Promise<string> => {
    valueOf(await stage.copy());
    return grantIn(stage.copied.at(-1) ?? '');
  };

  it('gives one header line to whoever has the grant, and nothing to anybody else', async () => {
    const path = await granted();
    const answer = await ask(path);
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(answer.split('\r\n\r\n')[1]).toBe(
      `Authorization: Bearer ${stage.world.storedAccessTokenOf(stage.ana)}\n`,
    );
    for (const other of ['/', '/x', `${path}x`, path.slice(0, -1)]) {
      const refused = await ask(other);
      expect(refused).toMatch(/^HTTP\/1\.1 404/);
      expect(refused).not.toContain('Bearer');
    }
    expect(await ask(path, '-X', 'POST')).toMatch(/^HTTP\/1\.1 405/);
  });

  it('is in a folder of the person alone', async () => {
    await granted();
    expect(fs.statSync(stage.folder).mode & 0o777).toBe(0o700);
    expect(fs.statSync(join(stage.folder, 'token.sock')).mode & 0o777).toBe(0o600);
  });

  it('a grant has more than 128 random bits, and no two are the same', async () => {
    const paths = [await granted(), await granted()];
    expect(new Set(paths).size).toBe(2);
    for (const path of paths) expect(path).toMatch(/^\/[\w-]{32}$/);
  });

  it('works for fifteen minutes', async () => {
    const path = await granted();
    await stage.timers.advance(15 * 60_000 - 1);
    expect(await ask(path)).toContain('Bearer');
    await stage.timers.advance(1);
    expect(await ask(path)).toMatch(/^HTTP\/1\.1 404/);
  });

  it('C9: ends with the log out, also for who logs in again', async () => {
    const path = await granted();
    valueOf(await stage.switcher.logOut(stage.ana));
    expect(await ask(path)).toMatch(/^HTTP\/1\.1 404/);
    valueOf(await logInByEmail(stage.switcher, 'ana@example.org', stage.ana));
    expect(await ask(path)).toMatch(/^HTTP\/1\.1 404/);
  });

  it('ends with the removal, and stays for everybody else', async () => {
    const path = await granted();
    valueOf(await stage.switcher.remove(stage.idOf(1)));
    expect(await ask(path)).toContain('Bearer');
    valueOf(await stage.switcher.remove(stage.ana));
    expect([stage.grants.count, (await ask(path)).slice(0, 12)]).toEqual([0, 'HTTP/1.1 404']);
  });

  it('says no more than so often in a minute', async () => {
    const path = await granted();
    const many = Array.from({ length: 125 }, (_, index) => `http://hotseat/${index}`);
    await run(realCurl, [
      '-s',
      '-o',
      '/dev/null',
      '--unix-socket',
      join(stage.folder, 'token.sock'),
      ...many,
    ]);
    expect(await ask(path)).toMatch(/^HTTP\/1\.1 429/);
    await stage.timers.advance(60_000);
    expect(await ask(path)).toContain('Bearer');
  });

  it('takes the place of a socket that a killed run has left, and leaves none behind', async () => {
    fs.mkdirSync(stage.folder, { mode: 0o755 });
    fs.writeFileSync(join(stage.folder, 'token.sock'), '');
    expect(await ask(await granted())).toContain('Bearer');
    expect(fs.statSync(stage.folder).mode & 0o777).toBe(0o700);
    await stage.handOut.close();
    expect(fs.existsSync(stage.folder)).toBe(false);
    expect((await stage.handOut.grant(stage.ana)).ok).toBe(false);
  });

  it('opens nothing where another has put a link', async () => {
    fs.symlinkSync(scratch.path, stage.folder);
    expect(await stage.copy()).toMatchObject({ ok: false, error: { code: 'storageUnavailable' } });
    expect(fs.existsSync(join(scratch.path, 'token.sock'))).toBe(false);
  });
});
