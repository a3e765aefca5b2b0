import type { Page } from 'playwright';
import { axeOn } from './fixtures/axe.ts';
import { expect, newProfile, test } from './fixtures/hotseat.ts';
import { startLabServer, type LabServer } from './fixtures/lab-server.ts';
import { person, type Person } from './fixtures/person.ts';
import { writeStoredFile } from './fixtures/stored-file.ts';
import { HotseatScreen } from './screens/hotseat-screen.ts';
import { RequestScreen } from './screens/request.ts';

// Each test runs Hotseat and two servers.
test.describe.configure({ timeout: 180_000 });

const profile = '/api/client/v2.0/auth/profile';
const payload = '<img src=x onerror="document.title=\'taken\'"><script>document.title="taken"</script>';
const megabyte = JSON.stringify(
  Array.from({ length: 9000 }, (_, id) => ({ id, name: `Somebody ${id}`, notes: 'x'.repeat(60) })),
);

const pages = {
  '/hostile.json': { type: 'application/json', text: JSON.stringify({ [payload]: payload }) },
  '/hostile.html': { type: 'text/html', text: payload },
  '/megabyte': { type: 'application/json', text: megabyte },
};

let server: LabServer;
test.beforeEach(async () => {
  server = await startLabServer(pages);
});
test.afterEach(() => server.stop());

/** The window with these accounts of the server, the last of them active, and the region open. */
const openWith = async (window: Page, people: readonly Person[]) => {
  const screen = new HotseatScreen(window);
  await screen.addServer({ name: 'Lab', baseUrl: server.baseUrl, appId: 'hotseat-directory' });
  for (const who of people) {
    const dialog = await screen.openAddAccount();
    await dialog.chooseService('Lab');
    await dialog.submitCreateAccount(who);
    await dialog.dialog.waitFor({ state: 'detached' });
    await expect(screen.activeUser).toContainText(who.name);
  }
  const request = new RequestScreen(window);
  await request.open();
  return { screen, request };
};

test('the same request as two accounts, side by side, and what one sees that the other does not', async ({
  launch,
}) => {
  const { window } = await launch();
  const [ana, ben] = [person('Ana'), person('Ben')];
  const { request } = await openWith(window, [ana, ben]);
  const check = axeOn(window);
  await check('an empty request');
  await request.url.fill(profile);
  await request.alsoSendAs('Ana');
  await request.sendButton.click();
  for (const who of [ana, ben]) {
    await expect(request.card(who.name)).toContainText('200 OK');
    await expect(request.card(who.name).getByRole('tree')).toContainText(who.email);
  }
  await expect(request.card('Ana')).not.toContainText(ben.email);
  await check('answers');
  await request.showDifferences();
  const differences = request.card('Ben').getByRole('list', { name: 'Differences from the answer as Ana' });
  await expect(differences.getByText('data.email')).toBeVisible();
  await expect(differences.locator('del').filter({ hasText: ana.email })).toBeVisible();
  await expect(differences.locator('ins').filter({ hasText: ben.email })).toBeVisible();
  await check('differences');
  await request.region.getByRole('button', { name: /Compare with$/u }).click();
  await window.getByRole('option', { name: 'Ben' }).click();
  await expect(request.card('Ana').getByRole('list', { name: /as Ben$/u })).toBeVisible();
});

test('C9, T50: a switch in between leaves the answer with whom it was sent as, and the next goes out as the other', async ({
  launch,
}) => {
  const { window } = await launch();
  const { screen, request } = await openWith(window, [person('Ben'), person('Ana')]);
  await request.url.fill('/held');
  await request.sendButton.click();
  await expect.poll(() => server.heldCount()).toBe(1);
  await screen.accounts.row('Ben').click();
  await expect(screen.activeUser).toContainText('Ben');
  server.release('for whoever asked');
  await expect(request.card('Ana')).toContainText('for whoever asked');
  await expect(request.card('Ana')).toContainText('Sent as Ana, who was active');
  await expect(request.cards).toHaveCount(1);
  await expect(request.url, 'what was written stays').toHaveValue('/held');
  await request.url.fill(profile);
  await request.url.press('Control+Enter');
  await expect(request.card('Ben')).toContainText('200 OK');
  await expect(request.cards).toHaveCount(1);
});

test('a request that waits is cancelled, and who logs out takes the answer along', async ({ launch }) => {
  const { window } = await launch();
  const { screen, request } = await openWith(window, [person('Ana'), person('Ben')]);
  await request.url.fill('/held');
  await request.sendButton.click();
  await expect.poll(() => server.heldCount()).toBe(1);
  await request.cancelButton.click();
  await expect(request.card('Ben')).toContainText('Cancelled');
  await expect(request.cancelButton).toHaveCount(0);
  await expect(request.sendButton, 'the focus is where one can go on').toBeFocused();

  await request.url.fill(profile);
  await request.alsoSendAs('Ana');
  await request.sendButton.click();
  await expect(request.card('Ana')).toContainText('200 OK');
  await screen.accounts.choose('Ana', 'Log out');
  await expect(request.card('Ana').getByRole('alert')).toContainText('logged out');
  await expect(request.card('Ana').getByRole('tree')).toHaveCount(0);
  await expect(request.senders, 'nor is it chosen any more').not.toContainText('Ana');
  const dialog = await request.openSenders();
  const option = dialog.getByRole('option', { name: /^Ana/u });
  await expect(option).toContainText('Log in again to send as it');
  await expect(option).toHaveAttribute('aria-disabled', 'true');
});

test('functions of the directory, by keyboard alone: arguments, send, tree, and a fault where the focus goes', async ({
  launch,
}) => {
  const { window } = await launch();
  const screen = new HotseatScreen(window);
  await screen.createAccount(person('Ana'));
  const request = new RequestScreen(window);
  await window.getByRole('tab', { name: 'Workspace' }).focus();
  await window.keyboard.press('ArrowRight');
  await window.keyboard.press('Tab');
  await window.keyboard.press('ArrowRight');
  await window.keyboard.press('Space');
  await expect(request.functionName).toBeVisible();
  await window.keyboard.press('Control+Enter');
  await expect(request.alert).toContainText('name of the function is missing');
  await expect(request.functionName).toBeFocused();
  await window.keyboard.type('notes.add');
  await window.keyboard.press('Control+Enter');
  await expect(request.card('Ana'), 'what the service says').toContainText('400');
  await window.keyboard.press('Tab');
  if (!(await request.arguments.evaluate((field) => field === document.activeElement)))
    await window.keyboard.press('Tab');
  await expect(request.arguments).toBeFocused();
  await window.keyboard.press('Control+A');
  await window.keyboard.type('{"no":"array"}');
  await window.keyboard.press('Control+Enter');
  await expect(request.alert.first()).toContainText('not the JSON that is expected');
  await expect(request.arguments).toBeFocused();
  await window.keyboard.press('Control+A');
  await window.keyboard.type('["milk"]');
  await window.keyboard.press('Control+Enter');
  const tree = request.card('Ana').getByRole('tree');
  await expect(tree).toContainText('text: "milk"');
  await tree.focus();
  await window.keyboard.press('ArrowLeft');
  await expect(tree.getByRole('treeitem')).toHaveCount(1);
  await window.keyboard.press('ArrowRight');
  await window.keyboard.press('End');
  const current = await tree.getAttribute('aria-activedescendant');
  await expect(tree.getByRole('treeitem').last()).toHaveAttribute('id', current ?? '');
});

test('C8: an address elsewhere is refused before anything is sent, and the answer before it stays', async ({
  launch,
}) => {
  const { window } = await launch();
  const { request } = await openWith(window, [person('Ana')]);
  await request.url.fill(profile);
  await request.sendButton.click();
  await expect(request.card('Ana')).toContainText('200 OK');
  await request.url.fill('https://elsewhere.example/x');
  await request.sendButton.click();
  await expect(request.alert).toContainText('nothing was sent');
  await expect(request.url).toBeFocused();
  await axeOn(window)('a fault');
  await expect(request.card('Ana')).toContainText('200 OK');
  await request.url.press('End');
  await window.keyboard.type('y');
  await expect(request.alert).toHaveCount(0);
});

test('F5: what a service answers is text, whatever it would like to be', async ({ launch }) => {
  const { app, window } = await launch();
  const { request } = await openWith(window, [person('Ana')]);
  await request.url.fill('/hostile.json');
  await request.sendButton.click();
  await expect(request.card('Ana').getByRole('tree')).toContainText('onerror');
  await request.url.fill('/hostile.html');
  await request.sendButton.click();
  await expect(request.card('Ana').getByRole('group', { name: /^Content/u })).toHaveText(payload);
  expect(await request.region.locator('img, script').count()).toBe(0);
  expect(await window.title()).toContain('Ana');
  await request.card('Ana').getByRole('button', { name: 'Copy content' }).click();
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe(payload);
});

test('of a megabyte only what is in sight is drawn, as a tree and as text', async ({ launch }) => {
  const { window } = await launch();
  const { request } = await openWith(window, [person('Ana')]);
  await request.url.fill('/megabyte');
  await request.sendButton.click();
  const card = request.card('Ana');
  const tree = card.getByRole('tree');
  await expect(tree).toContainText('9,000 items');
  expect(await tree.getByRole('treeitem').count()).toBeLessThan(100);
  await tree.focus();
  await window.keyboard.press('End');
  await expect(tree).toContainText('x'.repeat(60));
  await expect(tree.getByRole('treeitem', { name: /^8999/u })).toBeInViewport();
  expect(await tree.getByRole('treeitem').count()).toBeLessThan(100);
  await card.getByRole('radio', { name: 'Raw' }).click();
  const text = card.getByRole('group', { name: /^Content/u });
  expect((await text.textContent())?.length).toBeLessThan(100_000);
  await card.getByRole('button', { name: /^Show all/u }).click();
  await expect.poll(async () => (await text.textContent())?.length).toBe(megabyte.length);
});

test('what was sent is found again, kept under a name, forgotten and cleared, and copied without a token', async ({
  launch,
}) => {
  const { app, window } = await launch();
  const { request } = await openWith(window, [person('Ana')]);
  await request.chooseMethod('POST');
  await request.url.fill('/api/client/v2.0/nowhere');
  await request.headers.fill('Content-Type: application/json');
  await request.body.fill('{"a":1}');
  await request.region.getByRole('button', { name: 'Format JSON' }).click();
  await expect(request.body).toHaveValue('{\n  "a": 1\n}');
  await request.sendButton.click();
  await expect(request.card('Ana')).toContainText('404');

  await request.region.getByRole('button', { name: 'Save…' }).click();
  const save = window.getByRole('dialog', { name: 'Save this request' });
  await save.getByLabel('Name').fill('Make an a');
  await save.getByRole('button', { name: 'Save', exact: true }).click();
  await save.waitFor({ state: 'detached' });

  await request.url.fill('/other');
  await request.chooseMethod('GET');
  const book = await request.openBook('Lab');
  const recent = book.getByRole('list', { name: 'Recent' }).getByRole('listitem');
  await expect(recent).toHaveCount(1);
  await expect(recent).toContainText('Ana 404');
  await axeOn(window)('recent requests');
  await book.getByRole('radio', { name: 'Saved' }).click();
  await book.getByRole('button', { name: /^Make an a/u }).click();
  await book.waitFor({ state: 'detached' });
  await expect(request.url).toHaveValue('/api/client/v2.0/nowhere');
  await expect(request.body).toHaveValue('{\n  "a": 1\n}');

  await request.openBook('Lab');
  await book.getByRole('button', { name: 'Clear recent…' }).click();
  const question = window.getByRole('alertdialog', { name: 'Clear the recent requests?' });
  await question.getByRole('button', { name: 'Clear', exact: true }).click();
  await question.waitFor({ state: 'detached' });
  await expect(recent).toHaveCount(0);
  await book.getByRole('radio', { name: 'Saved' }).click();
  await book.getByRole('button', { name: 'Forget Make an a' }).click();
  await expect(book).toContainText('Save a request to find it here again');
  await window.keyboard.press('Escape');

  await request.region.getByRole('button', { name: 'Copy as curl' }).click();
  await expect(request.region.getByText(/works for 15 minutes, while Hotseat runs/u)).toBeVisible();
  const command = await app.evaluate(({ clipboard }) => clipboard.readText());
  expect(command).toContain('curl');
  expect(command, 'no token').not.toMatch(/eyJ[\w-]+\./u);
});

test('requests fit into the smallest window', async ({ launch }) => {
  const { app, window } = await launch();
  const { request } = await openWith(window, [person('Ana'), person('Ben')]);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(480, 400));
  await request.url.fill(profile);
  await request.alsoSendAs('Ana');
  await request.sendButton.click();
  await expect(request.card('Ana')).toContainText('200 OK');
  await expect(request.card('Ben')).toContainText('200 OK');
  await request.card('Ben').scrollIntoViewIfNeeded();
  await expect(request.card('Ben')).toBeInViewport();
  const overflow = await request.region.evaluate(
    (region) => region.scrollWidth - region.clientWidth + document.documentElement.scrollWidth - innerWidth,
  );
  expect(overflow, 'nothing is cut at the side').toBeLessThanOrEqual(0);
  await axeOn(window)('answers in the smallest window');
});

test('of ten thousand accounts those in sight are drawn to choose from, and the rest is found', async ({
  launch,
}) => {
  const folder = await newProfile();
  const users = Array.from({ length: 9998 }, (_, n) => ({
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
  await writeStoredFile(folder, 'accounts', { version: 1, users });
  const { window } = await launch({ profile: folder });
  const screen = new HotseatScreen(window);
  for (const name of ['Ana', 'Ben']) {
    const dialog = await screen.openAddAccount();
    await dialog.submitCreateAccount(person(name));
    await dialog.dialog.waitFor({ state: 'detached' });
    await expect(screen.activeUser).toContainText(name);
  }
  const request = new RequestScreen(window);
  await request.open();
  const dialog = await request.openSenders();
  expect(await dialog.getByRole('option').count()).toBeLessThan(60);
  await expect(dialog.getByRole('option').first()).toHaveAttribute('aria-setsize', '10000');
  await dialog.getByRole('searchbox', { name: 'Find an account' }).fill('ana');
  await dialog.getByRole('option', { name: /^Ana/u }).click();
  await expect(dialog.getByRole('status')).toContainText('2 of 16 chosen');
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(request.senders.getByRole('listitem')).toHaveCount(2);
  await request.callFunction('whoami');
  await expect(request.card('Ana')).toContainText('200 OK');
  await expect(request.card('Ben')).toContainText('200 OK');
});
