import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { canary, searchFolder } from './fixtures/canaries.ts';
import { administrator } from './fixtures/administrator.ts';
import {
  apt,
  installedProcesses,
  installedVersion,
  mainProcess,
  ordinaryUser,
  pause,
} from './fixtures/installed.ts';
import { focusWindowOf, pressKeys, typeKeys } from './fixtures/real-keys.ts';
import { corrupted, serveReleases, truncated, whole } from './fixtures/release-server.ts';
import { titlesOf } from './fixtures/window-titles.ts';

const fileOf = (name: string): string => {
  const file = process.env[name];
  if (file === undefined) throw new Error(`${name} names no file`);
  return file;
};

/** Creates an account by keys alone: the last tab of the dialog, whichever it opens on. */
const createAccount = async (pid: number, email: string, password: string): Promise<void> => {
  await expect(async () => {
    await focusWindowOf(pid);
    await pressKeys('Escape', 'ctrl+n');
    await pause(500);
    await pressKeys('shift+Tab', 'End', 'Tab');
    await typeKeys(email);
    await pressKeys('Tab');
    await typeKeys(password);
    await pressKeys('Return');
    await expect.poll(() => titlesOf(pid), { timeout: 8_000 }).toEqual([`${email} — Hotseat`]);
  }).toPass({ timeout: 45_000 });
};

test('the deb: installed, used by an ordinary person, upgraded, purged', async () => {
  test.setTimeout(240_000);
  const [older, newer] = [fileOf('HOTSEAT_TEST_DEB'), fileOf('HOTSEAT_TEST_NEWER_DEB')];
  const [ada, bob] = [canary('ada', 'email'), canary('bob', 'email')];
  const password = canary('both', 'password');
  const pin = '493716';
  const person = ordinaryUser();
  try {
    apt('install', older);
    expect(installedVersion()).toMatch(/^0\./u);
    execFileSync('desktop-file-validate', ['/usr/share/applications/hotseat.desktop']);

    await test.step('first start, two accounts, a switch by real keys', async () => {
      const { pid } = await person.start();
      await expect.poll(() => titlesOf(pid), { timeout: 30_000 }).toEqual(['Hotseat']);
      await createAccount(pid, ada, password);
      await createAccount(pid, bob, password);
      await pressKeys('ctrl+1');
      await expect.poll(() => titlesOf(pid)).toEqual([`${ada} — Hotseat`]);
      await pressKeys('ctrl+2');
      await expect.poll(() => titlesOf(pid)).toEqual([`${bob} — Hotseat`]);
      await person.quit();
    });

    await test.step('a restart: the keyring kept both sessions', async () => {
      const { pid } = await person.start();
      await expect.poll(() => titlesOf(pid), { timeout: 30_000 }).toEqual([`${bob} — Hotseat`]);
      await focusWindowOf(pid);
      await pressKeys('ctrl+1');
      await expect.poll(() => titlesOf(pid)).toEqual([`${ada} — Hotseat`]);
      // An upgrade leaves who works alone; the next start is the newer one.
      apt('install', newer);
      expect(installedVersion()).toMatch(/^9999\./u);
      expect(installedProcesses().map((process) => process.pid)).toContain(pid);
      await pressKeys('ctrl+2');
      await expect.poll(() => titlesOf(pid)).toEqual([`${bob} — Hotseat`]);
      await person.quit();
    });

    await test.step('after the upgrade everybody is there', async () => {
      const { pid } = await person.start();
      await expect.poll(() => titlesOf(pid), { timeout: 30_000 }).toEqual([`${bob} — Hotseat`]);
      await focusWindowOf(pid);
      await pressKeys('ctrl+1');
      await expect.poll(() => titlesOf(pid)).toEqual([`${ada} — Hotseat`]);
    });

    await test.step('one is removed by keys: row, menu, last item, the question’s answer', async () => {
      for (const key of ['Tab', 'Tab', 'Tab', 'Right', 'Right', 'Return', 'End', 'Return', 'Tab', 'Return']) {
        await pressKeys(key);
        await pause(500);
      }
      const pid = mainProcess() ?? 0;
      await expect.poll(() => titlesOf(pid)).toEqual([`${bob} — Hotseat`]);
      // Digits count what is left.
      await pressKeys('ctrl+1');
      await pause(500);
      expect(titlesOf(pid)).toEqual([`${bob} — Hotseat`]);
    });

    await test.step('a lock holds over a restart: nobody is in before the PIN', async () => {
      const before = mainProcess() ?? 0;
      await expect(async () => {
        await focusWindowOf(before);
        // Without a PIN, asking to lock offers to set one up; with one, it locks.
        await pressKeys('Escape', 'ctrl+l');
        await pause(500);
        await typeKeys(pin);
        await pressKeys('Tab');
        await typeKeys(pin);
        await pressKeys('Return');
        await pause(1_500);
        await pressKeys('ctrl+l');
        await expect.poll(() => titlesOf(before), { timeout: 5_000 }).toEqual(['Hotseat']);
      }).toPass({ timeout: 45_000 });
      await person.quit();
      const { pid } = await person.start();
      await expect.poll(() => titlesOf(pid), { timeout: 30_000 }).toEqual(['Hotseat']);
      await focusWindowOf(pid);
      await pressKeys('ctrl+1');
      await pause(500);
      await typeKeys('000000');
      await pressKeys('Return');
      await pause(1_500);
      expect(titlesOf(pid)).toEqual(['Hotseat']);
      await typeKeys(pin);
      await pressKeys('Return');
      await expect.poll(() => titlesOf(pid), { timeout: 10_000 }).toEqual([`${bob} — Hotseat`]);
    });

    await test.step('purged while it runs: no process is left, what people made is, and is named', async () => {
      const said = apt('purge', 'hotseat');
      expect(said).toContain('Accounts stay in the folder .config/Hotseat');
      expect(installedProcesses()).toEqual([]);
      for (const path of ['/opt/Hotseat', '/usr/bin/hotseat', '/usr/share/applications/hotseat.desktop'])
        expect(existsSync(path), path).toBe(false);
      expect(readdirSync(join(person.profile, 'directory'))).toContain('directory.sqlite');
      expect(await searchFolder(person.home, [bob])).not.toEqual([]);
      expect(await searchFolder(person.home, [password])).toEqual([]);
    });
  } finally {
    await person.erase();
    if (existsSync('/opt/Hotseat')) apt('purge', 'hotseat');
  }
});

/** Opens the settings and presses the one button of the section on updates: the fifth from the end of the dialog. */
const pressInUpdates = async (pid: number): Promise<void> => {
  await focusWindowOf(pid);
  await pressKeys('ctrl+comma');
  await pause(1000);
  await pressKeys('shift+Tab', 'shift+Tab', 'shift+Tab', 'shift+Tab', 'shift+Tab', 'Return');
};

test('the deb updates itself: with what is signed only, and after an administrator’s yes', async () => {
  test.setTimeout(300_000);
  const ada = canary('ada', 'email');
  const person = ordinaryUser();
  const polkit = await administrator();
  const server = await serveReleases(fileOf('HOTSEAT_TEST_UPDATE_SOURCE'), fileOf('HOTSEAT_TEST_NEWER_DEB'));
  const signedInAs = async (email: string): Promise<number> => {
    let pid = 0;
    await expect
      .poll(() => titlesOf((pid = mainProcess() ?? 0)), { timeout: 30_000 })
      .toEqual([`${email} — Hotseat`]);
    return pid;
  };
  const lookForNewer = async (pid: number): Promise<void> => {
    const before = server.asked('.sig');
    await pressInUpdates(pid);
    await expect.poll(() => server.asked('.sig'), { timeout: 15_000 }).toBe(before + 1);
    await pause(2000);
  };
  const download = async (): Promise<void> => {
    const before = server.asked('.deb');
    await pressKeys('Return');
    await expect.poll(() => server.asked('.deb'), { timeout: 15_000 }).toBe(before + 1);
    await expect.poll(() => server.isIdle(), { timeout: 60_000 }).toBe(true);
    await pause(3000);
    expect(installedVersion()).toMatch(/^0\./u);
  };
  const installAndStartAnew = async (pid: number): Promise<void> => {
    await pressKeys('Return');
    await expect.poll(() => mainProcess() ?? pid, { timeout: 60_000 }).not.toBe(pid);
  };
  try {
    apt('install', fileOf('HOTSEAT_TEST_DEB'));
    const { pid } = await person.start();
    await expect.poll(() => titlesOf(pid), { timeout: 30_000 }).toEqual(['Hotseat']);
    await createAccount(pid, ada, canary('ada', 'password'));

    await test.step('what is not as it was signed is thrown away; the same button tries again', async () => {
      await lookForNewer(pid);
      for (const how of [corrupted, truncated, whole]) {
        server.sendFile(how);
        await download();
      }
    });

    await test.step('an administrator’s no leaves the version that is there, and Hotseat comes back', async () => {
      polkit.answer('NO');
      await pause(1000);
      await installAndStartAnew(pid);
      expect(installedVersion()).toMatch(/^0\./u);
    });

    await test.step('after a yes the newer version starts by itself, with everybody signed in', async () => {
      const second = await signedInAs(ada);
      await lookForNewer(second);
      // What was fetched and is as it was signed is not fetched again.
      const before = server.asked('.deb');
      await pressKeys('Return');
      polkit.answer('YES');
      await pause(3000);
      expect(server.asked('.deb')).toBe(before);
      await installAndStartAnew(second);
      expect(installedVersion()).toMatch(/^9999\./u);
      await signedInAs(ada);
    });
  } finally {
    await person.erase();
    await server.stop();
    polkit.stop();
    if (existsSync('/opt/Hotseat')) apt('purge', 'hotseat');
  }
});
