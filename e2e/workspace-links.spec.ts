import { expect } from './fixtures/hotseat.ts';
import { signInAt, startOpenIdProvider } from './fixtures/openid-provider.ts';
import { watchBrowser } from './fixtures/opened-outside.ts';
import { addLink, pressLink } from './fixtures/page-links.ts';
import { authorizationsOf, screensOf, test } from './fixtures/shop.ts';
import { startSystemBrowser } from './fixtures/system-browser.ts';

// Each test runs Hotseat, a server of accounts and up to three websites.
test.describe.configure({ timeout: 180_000 });

test('F6: links to elsewhere open in the browser, and here only when the person says so', async ({
  launch,
  shop,
}) => {
  const { own, api, foreign } = shop;
  const hotseat = await launch();
  const { workspace } = screensOf(hotseat);
  const opened = await watchBrowser(hotseat.app);
  const page = await shop.settle(hotseat, ['Ana']);
  await addLink(page, 'Elsewhere', `${foreign.origin}/page`);
  await addLink(page, 'Elsewhere in a tab', `${foreign.origin}/tab`, '_blank');
  await addLink(page, 'Mail', 'mailto:ada@example.test?subject=Hello');
  await addLink(page, 'Mail with a file', 'mailto:ada@example.test?attach=/etc/passwd');
  await pressLink(page, 'Elsewhere');
  await expect.poll(opened).toBe(JSON.stringify([`${foreign.origin}/page`]));
  const strip = workspace.region.getByText(`${new URL(foreign.origin).host} was opened in your browser.`);
  await expect(strip).toBeVisible();
  await pressLink(page, 'Elsewhere in a tab');
  await pressLink(page, 'Mail');
  await pressLink(page, 'Mail with a file');
  const all = [`${foreign.origin}/page`, `${foreign.origin}/tab`, 'mailto:ada@example.test?subject=Hello'];
  await expect.poll(opened).toBe(JSON.stringify(all));
  expect(page.url()).toBe(`${own.origin}/`);
  expect(foreign.asked).toEqual([]);

  await workspace.region.getByRole('button', { name: 'Open here' }).click();
  await expect.poll(() => page.url()).toBe(`${foreign.origin}/tab`);
  await page.evaluate((url) => fetch(url), `${api.origin}/from-foreign`);
  expect(authorizationsOf(api, '/from-foreign'), 'a guest has no token').toEqual([undefined]);
  expect(await opened()).toBe(JSON.stringify(all));
});

test('a sign-in on the page begins with the account’s e-mail, at its own issuer and nowhere else', async ({
  launch,
  shop,
}) => {
  const { own } = shop;
  test.skip(process.platform !== 'linux', 'only Linux opens addresses by a program that a test can be');
  const ada = { sub: 'ada-1815', name: 'Ada', email: 'ada@example.test' };
  const provider = await startOpenIdProvider([ada]);
  const browser = await startSystemBrowser();
  try {
    const hotseat = await launch({ env: browser.env });
    const { screen, workspace } = screensOf(hotseat);
    const { issuer, clientId } = provider;
    await screen.addIssuer({ name: 'Works', issuer, clientId, workspaceUrl: `${own.origin}/` });
    const dialog = await screen.openAddAccount();
    await dialog.chooseService('Works');
    await dialog.issuer.inBrowser.click();
    await browser.follow(1);
    await signInAt(browser.page, ada);
    await dialog.dialog.waitFor({ state: 'detached' });
    const page = await workspace.inSight(own.origin);
    await page.goto(`${issuer}/auth?response_type=code&client_id=web#part`);
    const url = new URL(page.url());
    expect([url.origin, url.searchParams.get('login_hint'), url.hash]).toEqual([issuer, ada.email, '#part']);
    await page.goto(`${own.origin}/auth?response_type=code&client_id=web`);
    expect(page.url()).not.toContain('login_hint');
    await page.evaluate(
      (there) => (location.href = there),
      `${issuer}/auth?response_type=code&client_id=web`,
    );
    await expect.poll(() => page.url()).toContain(`login_hint=${encodeURIComponent(ada.email)}`);
  } finally {
    await browser.close();
    await provider.stop();
  }
});

test('F6: a page leads itself nowhere else, opens no other scheme, and floods nobody', async ({
  launch,
  shop,
}) => {
  const { own, foreign } = shop;
  const hotseat = await launch();
  const opened = await watchBrowser(hotseat.app);
  const page = await shop.settle(hotseat, ['Ana']);
  await page.evaluate(() => (document.body.dataset['stays'] = 'yes'));
  const stays = () => page.evaluate(() => [location.href, document.body.dataset['stays']]);
  for (const target of [
    'file:///etc/passwd',
    'app://hotseat/index.html',
    'directory://hotseat/',
    'data:text/html,elsewhere',
    'chrome://gpu',
    'smb://other.test/share',
    'ms-settings:privacy',
    'tel:123',
  ]) {
    await page.evaluate((url) => {
      location.href = url;
      const frame = document.createElement('iframe');
      frame.src = url;
      document.body.append(frame);
      window.open(url);
    }, target);
    await page.waitForTimeout(100);
    expect(await stays(), target).toEqual([`${own.origin}/`, 'yes']);
  }
  const frames = page
    .frames()
    .slice(1)
    .map((frame) => frame.url())
    .filter((url) => !/^(?:$|about:|data:|chrome-error:)/u.test(url));
  expect(frames).toEqual([]);
  await page.evaluate((origin) => {
    for (let n = 0; n < 30; n += 1) window.open(`${origin}/${n}`);
    for (let n = 0; n < 30; n += 1) location.href = `${origin}/?${n}`;
  }, foreign.origin);
  await page.waitForTimeout(300);
  expect(await stays()).toEqual([`${own.origin}/`, 'yes']);
  const list: unknown = JSON.parse(await opened());
  expect(Array.isArray(list) ? list.length : -1).toBeLessThanOrEqual(5);

  // It may end itself, which nobody is asked about, and is there again.
  const ended = page.waitForEvent('close');
  await page.evaluate(() => setTimeout(() => window.close(), 0));
  await ended;
  expect(await screensOf(hotseat).workspace.inSight(own.origin)).not.toBe(page);
});
