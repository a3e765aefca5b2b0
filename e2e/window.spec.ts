import { axeOn } from './fixtures/axe.ts';
import { startDirectoryServer } from './fixtures/directory-server.ts';
import { expect, newProfile, test } from './fixtures/hotseat.ts';
import { startOpenIdProvider } from './fixtures/openid-provider.ts';
import { person } from './fixtures/person.ts';
import { writeStoredFile } from './fixtures/stored-file.ts';
import { HotseatScreen } from './screens/hotseat-screen.ts';

test('axe finds nothing, light and dark: first start, the dialog, the list, the removal', async ({
  launch,
}) => {
  const { window } = await launch();
  const screen = new HotseatScreen(window);
  const check = axeOn(window);
  await expect(window.getByRole('heading', { name: 'No accounts yet' })).toBeVisible();
  await check('first start');
  const dialog = await screen.openAddAccount();
  await check('dialog');
  await dialog.submitCreateAccount(person('Ana'));
  await expect(screen.activeUser).toContainText('Ana');
  await check('list and workspace');
  const notebook = await screen.notebookOf('Ana');
  const checkNotebook = axeOn(notebook.page);
  await checkNotebook('notebook');
  await notebook.add('a note');
  await expect(notebook.notes).toHaveCount(1);
  await notebook.add(' ');
  await expect(notebook.alert).toBeVisible();
  await checkNotebook('notebook with a note and a fault');
  await screen.accounts.choose('Ana', 'Remove from this computer…');
  await expect(screen.removal('Ana')).toBeVisible();
  await check('removal');
});

test('axe finds nothing, light and dark: the settings and the form of a service', async ({ launch }) => {
  const provider = await startOpenIdProvider([]);
  try {
    const { window } = await launch();
    const check = axeOn(window);
    const settings = await new HotseatScreen(window).openSettings();
    const form = await settings.addService();
    await form.fillIssuer({ name: 'Clinic', issuer: provider.issuer, clientId: '' });
    await form.checkButton.click();
    await expect(form.alert).toContainText('client id is missing');
    await expect(form.field('Client id'), 'the focus is where the fault is').toBeFocused();
    await check('a service form with a fault');
    await form.field('Client id').fill(provider.clientId);
    await form.check();
    await check('an issuer and what it offers');
    await form.addButton.click();
    await expect(settings.service('Clinic')).toBeVisible();
    await check('services');
    await settings.askToRemove('Clinic');
    await check('removing a service');
  } finally {
    await provider.stop();
  }
});

test('the focus stays in the settings, and what a service says is in sight, in the smallest window', async ({
  launch,
}) => {
  const server = await startDirectoryServer();
  try {
    const { app, window } = await launch();
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(480, 400));
    const settings = await new HotseatScreen(window).openSettings();
    const form = await settings.addService();
    const { baseUrl } = server;
    await form.fillServer({ name: 'Shop', baseUrl, appId: 'hotseat-directory' });
    await form.check();
    await expect(form.addButton, 'the button that asked is the one that adds').toBeFocused();
    await expect(form.addButton).toBeInViewport({ ratio: 1 });
    await expect(form.offer).toBeInViewport({ ratio: 1 });
    await window.keyboard.press('Enter');
    await expect(settings.service('Shop')).toBeVisible();
    await expect(settings.dialog.getByRole('button', { name: 'Edit Shop' })).toBeFocused();
    await window.keyboard.press('Enter');
    await settings.dialog.getByRole('button', { name: 'Back' }).click();
    await expect(settings.dialog.getByRole('button', { name: 'Edit Shop' })).toBeFocused();
    await settings.removeService('Shop');
    await expect(settings.service('Shop')).toHaveCount(0);
    await expect
      .poll(() => settings.dialog.evaluate((dialog) => dialog.contains(document.activeElement)), 'the focus')
      .toBe(true);
    await window.keyboard.press('Escape');
    await expect(settings.dialog, 'Escape still reaches the dialog').toHaveCount(0);
  } finally {
    await server.stop();
  }
});

test('axe finds nothing, light and dark: the ways of an issuer, and a device code', async ({ launch }) => {
  const provider = await startOpenIdProvider([]);
  try {
    const { window } = await launch();
    const screen = new HotseatScreen(window);
    const check = axeOn(window);
    await screen.addIssuer({ name: 'Clinic', issuer: provider.issuer, clientId: provider.clientId });
    const dialog = await screen.openAddAccount();
    await dialog.chooseService('Clinic');
    await check('the ways of an issuer');
    await dialog.issuer.byDeviceCode.click();
    await expect(dialog.issuer.qrCode).toBeVisible();
    await expect(dialog.issuer.code, 'a screen reader begins with the code').toBeFocused();
    await check('a device code');
    await dialog.issuer.cancel.click();
    await expect(dialog.issuer.inBrowser, 'the focus is where one can go on').toBeFocused();
  } finally {
    await provider.stop();
  }
});

test('axe finds nothing, light and dark: the ways of a server, and the details of an account', async ({
  launch,
}) => {
  const server = await startDirectoryServer();
  try {
    const { window } = await launch();
    const screen = new HotseatScreen(window);
    const check = axeOn(window);
    await screen.addServer({ name: 'Lab', baseUrl: server.baseUrl, appId: 'hotseat-directory' });
    const dialog = await screen.openAddAccount();
    await dialog.chooseService('Lab');
    await dialog.dialog.getByRole('tab', { name: 'Log in' }).click();
    await dialog.submitCustomFunction('{');
    await expect(dialog.alert).toContainText('JSON');
    await check('a custom function');
    await dialog.submitCreateAccount(person('Mei'));
    await expect(screen.activeUser).toContainText('Mei');
    const details = await screen.openDetails('Mei');
    await details.createApiKey('nightly');
    await details.openCustomData();
    await check('details');
    await details.linkButton.click();
    await check('linking');
  } finally {
    await server.stop();
  }
});

test('a thousand accounts: the list draws what is in sight, finds, scrolls and switches', async ({
  launch,
}) => {
  const profile = await newProfile();
  const users = Array.from({ length: 998 }, (_, n) => ({
    id: `sample-${String(n).padStart(6, '0')}`,
    serviceId: 'directory',
    subject: `sample-${n}`,
    profile: { name: `Sample ${n}`, email: `sample${n}@example.test` },
    identities: [],
    initials: `S${n}`,
    colour: n % 12,
    addedAtMs: n,
    state: 'loggedOut',
  }));
  await writeStoredFile(profile, 'accounts', { version: 1, users });
  const { window } = await launch({ profile });
  const screen = new HotseatScreen(window);
  for (const name of ['Ana', 'Ben']) {
    const dialog = await screen.openAddAccount();
    await dialog.submitCreateAccount(person(name));
    await expect(screen.activeUser).toContainText(name);
  }
  await expect(screen.accounts.grid).toHaveAttribute('aria-rowcount', '1000');
  expect(await screen.accounts.rows.count(), 'rows in the page').toBeLessThan(100);

  await screen.accounts.grid.hover();
  await window.mouse.wheel(0, -1_000_000);
  await expect(screen.accounts.row('Sample 0 ')).toBeInViewport();
  await window.mouse.wheel(0, 1_000_000);
  await expect(screen.accounts.row('Ana')).toBeInViewport();
  await screen.accounts.atRest();
  await screen.accounts.row('Ana').click();
  await expect(screen.activeUser).toContainText('Ana');

  await window.getByRole('searchbox', { name: 'Find an account' }).fill('ben');
  await screen.accounts.row('Ben').click();
  await expect(screen.activeUser).toContainText('Ben');
});

test('the window is usable at 480 × 400', async ({ launch }) => {
  const { app, window } = await launch();
  const screen = new HotseatScreen(window);
  await screen.createAccount(person('Ana'));
  await screen.createAccount(person('Ben'));
  const size = await app.evaluate(({ BrowserWindow }) => {
    const [main] = BrowserWindow.getAllWindows();
    main?.setContentSize(300, 200);
    return main?.getMinimumSize();
  });
  expect(size).toEqual([480, 400]);
  await screen.accounts.row('Ana').click();
  await expect(screen.activeUser).toContainText('Ana');
  const notebook = await screen.notebookOf('Ana');
  await notebook.add('a note in a small window');
  await expect(notebook.notes).toHaveCount(1);
  const overflow = await window.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow, 'nothing is cut at the side').toBeLessThanOrEqual(0);
});
