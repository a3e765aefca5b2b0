import { readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright';
import { axeOn } from './fixtures/axe.ts';
import { expect, newProfile, test, type Hotseat } from './fixtures/hotseat.ts';
import { person } from './fixtures/person.ts';
import { HotseatScreen } from './screens/hotseat-screen.ts';

test.describe.configure({ timeout: 120_000 });

const list = {
  format: 'hotseat-accounts',
  version: 1,
  services: [
    {
      kind: 'openIdConnect',
      name: 'Work',
      issuer: 'https://id.example.org',
      clientId: 'hotseat',
      needsClientSecret: true,
      scopes: ['openid'],
      apiOrigins: [],
      ways: ['browser'],
    },
    { kind: 'website', name: 'Forum', url: 'https://forum.example.org/', signInOrigins: [] },
  ],
  accounts: [
    {
      service: 0,
      subject: 'ana-1',
      email: 'ana@example.org',
      name: 'Ana',
      nickname: 'Me at work',
      colour: 5,
    },
    { service: 1, subject: 'noah', name: 'Noah', colour: 7 },
  ],
};

/** Whatever Hotseat asks the person for a file, this one is chosen. */
const choose = ({ app }: Hotseat, path: string): Promise<void> =>
  app.evaluate(({ dialog }, filePath) => {
    Object.assign(dialog, {
      showSaveDialog: () => Promise.resolve({ canceled: false, filePath }),
      showOpenDialog: () => Promise.resolve({ canceled: false, filePaths: [filePath] }),
    });
  }, path);

const openImport = async (hotseat: Hotseat): Promise<{ settings: Locator; preview: Locator }> => {
  const { dialog } = await new HotseatScreen(hotseat.window).openSettings();
  await dialog.getByRole('button', { name: 'Import accounts…' }).click();
  return { settings: dialog, preview: hotseat.window.getByRole('dialog', { name: 'Import accounts' }) };
};

const close = async ({ window }: Hotseat): Promise<void> => {
  await window.keyboard.press('Escape');
  await expect(window.getByRole('dialog')).toHaveCount(0);
};

test('accounts go from one computer to another as they are, and log in there anew', async ({ launch }, {
  outputDir,
}) => {
  const one = await launch();
  const { window } = one;
  const screen = new HotseatScreen(window);
  await screen.createAccount(person('Cleo'));
  const given = join(one.profile, 'given.json');
  await writeFile(given, JSON.stringify(list));
  await choose(one, given);
  const { preview } = await openImport(one);
  await expect(preview.getByRole('listitem')).toHaveCount(2);
  await expect(preview).toContainText('Whoever logs in sends their login there');
  await expect(preview).toContainText('https://id.example.org');
  await expect(preview).toContainText('It wants a client secret');
  await axeOn(window)('what an import would do');
  await window.screenshot({ path: `${outputDir}/preview.png` });
  await preview.getByRole('button', { name: 'Add 2 accounts' }).click();
  await expect(preview.getByRole('status')).toContainText('Added 2 accounts and 2 services.');
  await axeOn(window)('what an import did');
  await preview.getByRole('button', { name: 'Done' }).click();
  await close(one);
  await expect(screen.accounts.rows).toHaveCount(3);
  await expect(screen.accounts.row('Me at work')).toContainText('Logged out');
  await expect(screen.activeUser).toContainText('Cleo');

  const taken = join(one.profile, 'taken.json');
  await writeFile(taken, '', { mode: 0o644 });
  await choose(one, taken);
  const settings = await screen.openSettings();
  await settings.dialog.getByRole('button', { name: 'Export accounts…' }).click();
  await expect(settings.section('Account list').getByRole('status')).toHaveText(
    'Exported 2 accounts and 2 services. Left out: 1 of this computer, which lives here only.',
  );
  const exported: unknown = JSON.parse(await readFile(taken, 'utf8'));
  expect(exported).toEqual({
    ...list,
    // The secret was not in the first list either, so this computer has none.
    services: list.services.map((service) =>
      'needsClientSecret' in service ? { ...service, needsClientSecret: false } : service,
    ),
  });
  expect((await stat(taken)).mode & 0o777, 'nobody else reads it').toBe(0o600);

  const other = await launch();
  await choose(other, taken);
  const there = await openImport(other);
  await there.preview.getByRole('button', { name: 'Add 2 accounts' }).click();
  await expect(there.preview.getByRole('status')).toContainText('Added 2 accounts');
  await there.preview.getByRole('button', { name: 'Remove them again' }).click();
  await expect(there.preview.getByRole('status')).toContainText('removed again');
  await there.preview.getByRole('button', { name: 'Done' }).click();
  await expect(there.settings.getByRole('list', { name: 'Services' }).getByRole('listitem')).toHaveCount(1);
  await close(other);
  await expect(other.window.getByRole('heading', { name: 'No accounts yet' })).toBeVisible();
});

test('a file that is hostile, newer or too large says so and changes nothing', async ({ launch }) => {
  const hotseat = await launch();
  const { settings, preview } = await (async () => {
    const path = join(hotseat.profile, 'script.json');
    const [, forum] = list.services;
    const services = [{ ...forum, url: 'javascript:alert(1)' }];
    await writeFile(path, JSON.stringify({ ...list, services, accounts: [] }));
    await choose(hotseat, path);
    return openImport(hotseat);
  })();
  const section = settings.getByRole('region', { name: 'Account list' });
  await expect(section.getByRole('alert')).toContainText('A service in that list has an address');
  const refuse = async (name: string, make: (path: string) => Promise<void>, sentence: string) => {
    const path = join(hotseat.profile, name);
    await make(path);
    await choose(hotseat, path);
    await section.getByRole('button', { name: 'Import accounts…' }).click();
    await expect(section.getByRole('alert')).toContainText(sentence);
  };
  await refuse(
    'newer.json',
    (path) => writeFile(path, JSON.stringify({ ...list, version: 2 })),
    'A newer Hotseat exported that list',
  );
  await refuse(
    'large.json',
    async (path) => {
      await writeFile(path, '');
      await truncate(path, 50 * 1024 * 1024);
    },
    'larger than any list of accounts',
  );
  await refuse(
    'bytes.json',
    (path) => writeFile(path, Buffer.from([0xff, 0xfe, 0x00])),
    'no list of accounts',
  );
  await expect(preview).toHaveCount(0);
  await expect(settings.getByRole('list', { name: 'Services' }).getByRole('listitem')).toHaveCount(1);
});

test('where a policy forbids it nothing is exported, and services that it does not allow stay out', async ({
  launch,
}) => {
  const profile = await newProfile();
  const policy = { mayExport: false, allowedServices: ['directory', 'https://forum.example.org'] };
  await writeFile(join(profile, 'policy.json'), JSON.stringify(policy), { mode: 0o644 });
  const hotseat = await launch({ profile });
  const path = join(profile, 'given.json');
  await writeFile(path, JSON.stringify(list));
  await choose(hotseat, path);
  const { settings, preview } = await openImport(hotseat);
  await expect(preview.getByRole('listitem').filter({ hasText: 'Work' })).toContainText(
    'Not allowed by the rules',
  );
  await preview.getByRole('button', { name: 'Add 1 account', exact: true }).click();
  await expect(preview.getByRole('status')).toContainText('Added 1 account and 1 service.');
  await preview.getByRole('button', { name: 'Done' }).click();
  await expect(settings.getByRole('button', { name: 'Export accounts…' })).toBeDisabled();
  const refusal = await hotseat.window.evaluate(() => window.hotseat.execute('exportAccounts', undefined));
  expect(refusal, 'not by the bridge either').toMatchObject({ error: { code: 'deniedByPolicy' } });
});
