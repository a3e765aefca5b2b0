import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { canary, searchFolder } from './fixtures/canaries.ts';
import { startPackaged } from './fixtures/packaged.ts';
import { focusWindowOf, pressKeys } from './fixtures/real-keys.ts';
import { titlesOf } from './fixtures/window-titles.ts';

test.skip(process.platform !== 'linux', 'driven through the X server');

const type = (text: string) => void execFileSync('xdotool', ['type', '--delay', '5', text]);

/** The command lines of the processes whose parent, at any distance, is this one. */
const processesBelow = (pid: number): readonly { readonly pid: number; readonly command: string }[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter(Boolean)
    .map(Number)
    .flatMap((child) => [
      { pid: child, command: readFileSync(`/proc/${child}/cmdline`, 'utf8').replaceAll('\0', ' ') },
      ...processesBelow(child),
    ]);

test('the package opens its window, sandboxed, and keeps an account in its directory', async () => {
  const hotseat = startPackaged();
  const titles = () => titlesOf(hotseat.pid);
  try {
    await expect.poll(titles, { timeout: 20_000 }).toEqual(['Hotseat']);
    const renderers = processesBelow(hotseat.pid).filter(({ command }) =>
      command.includes('--type=renderer'),
    );
    expect(renderers.length).toBeGreaterThan(0);
    for (const { pid } of renderers)
      expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\s+2$/m);

    const [email, password] = [canary('ada', 'email'), canary('ada', 'password')];
    await focusWindowOf(hotseat.pid);
    // With no accounts yet the dialog opens on `Create account`, at its first field.
    await expect(async () => {
      await pressKeys('Escape', 'ctrl+n');
      await new Promise((settle) => {
        setTimeout(settle, 500);
      });
      type(email);
      await pressKeys('Tab');
      type(password);
      await pressKeys('Return');
      await expect.poll(titles, { timeout: 8_000 }).toEqual([`${email} — Hotseat`]);
    }).toPass({ timeout: 45_000 });
    expect(readdirSync(join(hotseat.profile, 'directory'))).toContain('directory.sqlite');
    await hotseat.end();
    // The e-mail is found where it belongs, so the search would find what is there.
    expect(await searchFolder(hotseat.profile, [email])).not.toEqual([]);
    expect(await searchFolder(hotseat.profile, [password])).toEqual([]);
  } finally {
    await hotseat.erase();
  }
});

for (const [arg, name] of [
  ['--inspect=0', 'inspect'],
  ['--inspect-brk=0', 'inspect-brk'],
  ['--remote-debugging-port=0', 'remote-debugging-port'],
  ['--remote-debugging-pipe', 'remote-debugging-pipe'],
  ['--js-flags=--expose-gc', 'js-flags'],
  ['--disable-web-security', 'disable-web-security'],
  ['--host-resolver-rules=MAP * 127.0.0.1', 'host-resolver-rules'],
  ['--ignore-certificate-errors', 'ignore-certificate-errors'],
  ['--proxy-server=127.0.0.1:1', 'proxy-server'],
  ['--password-store=basic', 'password-store'],
  ['--load-extension=/', 'load-extension'],
  ['--gpu-launcher=true', 'gpu-launcher'],
  ['--renderer-cmd-prefix=true', 'renderer-cmd-prefix'],
  ['-no-sandbox', 'no-sandbox'],
] as const)
  test(`E4: the package does not start with ${arg}`, async () => {
    const hotseat = startPackaged([arg]);
    try {
      const { exitCode, said } = await hotseat.ended;
      expect(said).toContain(`Hotseat does not start with these switches: --${name} `);
      expect(exitCode).toBe(77);
    } finally {
      await hotseat.erase();
    }
  });
