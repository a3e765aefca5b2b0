import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { canary } from './fixtures/canaries.ts';
import { expect } from './fixtures/hotseat.ts';
import { findEverywhere, leaveEverywhere, nothing } from './fixtures/left-everywhere.ts';
import { person } from './fixtures/person.ts';
import { screensOf, test } from './fixtures/shop.ts';
import { AccountDialog } from './screens/account-dialog.ts';

// Each test runs Hotseat, a server of accounts and up to three websites.
test.describe.configure({ timeout: 180_000 });

test('G1, G5: nothing that one account’s page leaves is there for another account of the same service', async ({
  launch,
  shop,
}) => {
  const { own } = shop;
  const hotseat = await launch();
  const { screen } = screensOf(hotseat);
  const ana = person('Ana');
  await shop.addTo(screen);
  await shop.create(screen, ana);
  const anas = await screensOf(hotseat).workspace.inSight(own.origin);
  const left = canary('Ana', 'note');
  await leaveEverywhere(anas, left);
  const found = await findEverywhere(anas);
  expect(found, 'it is there for Ana herself').toEqual({
    ...nothing,
    cookie: `left=${left}`,
    local: 1,
    session: 1,
    name: left,
    databases: [left],
    caches: [left],
    files: [left],
    workers: 1,
    guarded: 200,
    shared: left,
    isControlled: found.isControlled,
    heard: left,
  });
  const lasting = () => own.asked.filter(({ path }) => path === '/lasting').length;
  await anas.evaluate(() => fetch('/lasting', { cache: 'force-cache' }));
  expect(lasting()).toBe(1);

  await shop.create(screen, person('Ben'));
  const bens = await shop.switchTo(hotseat, 'Ben', anas);
  expect(await findEverywhere(bens)).toEqual(nothing);
  await bens.evaluate(() => fetch('/lasting', { cache: 'force-cache' }));
  expect(lasting(), 'the cache is not shared').toBe(2);
  const sent = own.asked.filter(({ headers }) => JSON.stringify(headers).includes('Electron/'));
  expect(sent.length, 'no page says that it is in Electron').toBe(0);

  // After a log out the account is asked to sign in again, and finds what it had stored.
  await screen.accounts.choose('Ana', 'Log out');
  await expect(screen.accounts.row('Ana')).toContainText('Logged out');
  await screen.accounts.choose('Ana', 'Log in again');
  const dialog = new AccountDialog(hotseat.window, 'Log in again as Ana');
  await dialog.submitPassword(ana.password);
  await expect(screen.activeUser).toContainText('Ana');
  const again = await shop.switchTo(hotseat, 'Ana', bens);
  expect(await findEverywhere(again)).toMatchObject({
    cookie: '',
    local: 1,
    session: 0,
    databases: [left],
    caches: [left],
    files: [left],
    guarded: 401,
    shared: null,
  });

  const folders = readdirSync(join(hotseat.profile, 'Partitions')).join('\n');
  for (const text of ['Ana', 'Ben', ana.email, 'example.test', 'Shop', '127.0.0.1'])
    expect(folders.toLowerCase()).not.toContain(text.toLowerCase());
});
