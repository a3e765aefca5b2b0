import { expect, newProfile, test } from './fixtures/hotseat.ts';
import {
  startOpenIdProvider,
  signInAt,
  type OpenIdPerson,
  type OpenIdProvider,
} from './fixtures/openid-provider.ts';
import { startSystemBrowser, type SystemBrowser } from './fixtures/system-browser.ts';
import { AccountDialog } from './screens/account-dialog.ts';
import { HotseatScreen } from './screens/hotseat-screen.ts';

const ada: OpenIdPerson = { sub: 'ada-1815', name: 'Ada', email: 'ada@example.test' };
const ben: OpenIdPerson = { sub: 'ben-1906', name: 'Ben', email: 'ben@example.test' };

// The person's browser is what the program `xdg-open` opens; other systems do not look it up by name.
test.skip(process.platform !== 'linux', 'only Linux opens addresses by a program that a test can be');

// Each test runs Hotseat, a browser and a provider.
test.describe.configure({ timeout: 120_000 });

let provider: OpenIdProvider;
let browser: SystemBrowser;
test.beforeEach(async () => {
  provider = await startOpenIdProvider([ada, ben]);
  browser = await startSystemBrowser();
});
test.afterEach(async () => {
  await browser.close();
  await provider.stop();
});

const addIssuer = async (screen: HotseatScreen): Promise<void> => {
  const settings = await screen.openSettings();
  const form = await settings.addService();
  await form.fillIssuer({ name: 'Works', issuer: provider.issuer, clientId: provider.clientId });
  await form.checkAndAdd();
  await expect(settings.service('Works')).toBeVisible();
  await settings.close();
};

const openLogIn = async (screen: HotseatScreen): Promise<AccountDialog> => {
  const dialog = await screen.openAddAccount();
  await dialog.chooseService('Works');
  return dialog;
};

/** Adds an account in the browser, as the nth address that was opened. */
const addInBrowser = async (screen: HotseatScreen, who: OpenIdPerson, count: number): Promise<void> => {
  const dialog = await openLogIn(screen);
  await dialog.issuer.inBrowser.click();
  await browser.follow(count);
  await signInAt(browser.page, who);
  await expect(browser.page.getByText('You are signed in')).toBeVisible();
  await dialog.dialog.waitFor({ state: 'detached' });
  await expect(screen.activeUser).toContainText(who.name);
};

test('two people of one issuer sign in by the browser, switch, and are there after a restart', async ({
  launch,
}) => {
  const profile = await newProfile();
  const first = await launch({ profile, env: browser.env });
  const screen = new HotseatScreen(first.window);
  await addIssuer(screen);
  await addInBrowser(screen, ada, 1);
  await addInBrowser(screen, ben, 2);
  await expect(screen.activeUser).toContainText('ben@example.test');
  await expect(screen.activeUser).toContainText('Works');
  expect(provider.liveRefreshTokens()).toBe(2);
  const [url = ''] = await browser.opened();
  const asked = new URL(url).searchParams;
  expect(asked.get('code_challenge_method')).toBe('S256');
  expect(asked.get('redirect_uri')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/callback$/u);
  expect(browser.page.url(), 'the code stays nowhere that is seen').not.toContain('localhost');

  await screen.accounts.row('Ada').click();
  await expect(screen.activeUser).toContainText('Ada');
  await first.close();

  const again = await launch({ profile, env: browser.env });
  const later = new HotseatScreen(again.window);
  await expect(later.activeUser).toContainText('Ada');
  await expect(later.accounts.row('Ben')).toContainText('Inactive');
  await later.accounts.choose('Ada', 'Log out');
  await expect(later.accounts.row('Ada')).toContainText('Logged out');
  await expect.poll(() => provider.liveRefreshTokens(), 'revoked at the issuer').toBe(1);
});

test('logging in again as somebody else is refused, with both named, and nothing changes', async ({
  launch,
}) => {
  const { window } = await launch({ env: browser.env });
  const screen = new HotseatScreen(window);
  await addIssuer(screen);
  await addInBrowser(screen, ada, 1);
  await screen.accounts.choose('Ada', 'Log out');
  await screen.accounts.choose('Ada', 'Log in again');
  const dialog = new AccountDialog(window, 'Log in again as Ada');

  await dialog.issuer.inBrowser.click();
  const url = await browser.follow(2);
  const asked = new URL(url).searchParams;
  expect(asked.get('prompt')).toContain('login');
  expect(asked.get('login_hint')).toBe('ada@example.test');
  await signInAt(browser.page, ben);
  await expect(dialog.alert).toContainText('ben@example.test');
  await expect(dialog.alert).toContainText('ada@example.test');
  await expect(screen.accounts.rows).toHaveCount(1);
  await expect(screen.accounts.row('Ada')).toContainText('Logged out');
  await expect.poll(() => provider.liveRefreshTokens(), 'what was granted is given back').toBe(0);

  await dialog.issuer.inBrowser.click();
  await browser.follow(3);
  await signInAt(browser.page, ada);
  await expect(screen.activeUser).toContainText('Ada');
});

test('D6: a login is cancelled here, or refused there, and leaves nothing behind', async ({ launch }) => {
  const { window } = await launch({ env: browser.env });
  const screen = new HotseatScreen(window);
  await addIssuer(screen);
  const dialog = await openLogIn(screen);

  await dialog.issuer.inBrowser.click();
  const url = await browser.follow(1);
  const { port } = new URL(new URL(url).searchParams.get('redirect_uri') ?? '');
  await dialog.issuer.cancel.click();
  await expect(dialog.issuer.inBrowser).toBeVisible();
  await expect(fetch(`http://127.0.0.1:${port}/callback`), 'nobody listens any more').rejects.toThrow();

  await dialog.issuer.inBrowser.click();
  await browser.follow(2);
  await browser.page.getByRole('link', { name: 'Cancel' }).click();
  await expect(dialog.alert).toContainText('denied');
  await expect(window.getByRole('heading', { name: 'No accounts yet', includeHidden: true })).toBeAttached();
});

test('a desk without a browser: a code on another device', async ({ launch }) => {
  const { window } = await launch({ env: browser.env });
  const screen = new HotseatScreen(window);
  await addIssuer(screen);
  const dialog = await openLogIn(screen);
  await dialog.issuer.byDeviceCode.click();
  await expect(dialog.issuer.qrCode).toBeVisible();
  await expect(dialog.issuer.timeLeft).toContainText(/9:\d\d|10:00/u);
  const code = await dialog.issuer.userCode();

  await browser.page.goto(`${provider.issuer}/device`);
  await browser.page.getByRole('textbox').fill(code);
  await browser.page.getByRole('button', { name: 'Continue' }).click();
  await browser.page.getByRole('button', { name: 'Continue' }).click();
  await signInAt(browser.page, ada);
  await expect(screen.activeUser).toContainText('Ada', { timeout: 20_000 });
  expect(await browser.opened(), 'no browser was opened here').toEqual([]);
});

test('C3: a session that the issuer ended meanwhile: nobody is active, the reason is said, and login is one step away', async ({
  launch,
}) => {
  await provider.stop();
  provider = await startOpenIdProvider([ada, ben], { accessTokenSeconds: 1 });
  const profile = await newProfile();
  const first = await launch({ profile, env: browser.env });
  const screen = new HotseatScreen(first.window);
  await addIssuer(screen);
  await addInBrowser(screen, ada, 1);
  await first.close();
  await provider.revokeAllOf(ada.sub);

  const again = await launch({ profile, env: browser.env });
  const later = new HotseatScreen(again.window);
  await expect(later.activeUser, 'the session is refreshed soon after the start').toContainText(
    'Nobody is active',
    { timeout: 20_000 },
  );
  await expect(later.accounts.row('Ada')).toContainText('Logged out');
  await expect(later.alert.filter({ hasText: 'Ada' })).toBeVisible();
  await again.window.getByRole('main').getByRole('button', { name: 'Log in again' }).click();
  const dialog = new AccountDialog(again.window, 'Log in again as Ada');
  await dialog.issuer.inBrowser.click();
  await browser.follow(2);
  await signInAt(browser.page, ada);
  await expect(later.activeUser).toContainText('Ada');
});
