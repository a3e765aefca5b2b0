import { existsSync, readFileSync } from 'node:fs';
import { release } from 'node:os';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { canary } from './fixtures/canaries.ts';
import { expect, newProfile, test, type Hotseat } from './fixtures/hotseat.ts';
import { person } from './fixtures/person.ts';
import { corrupted, stuck, truncated } from './fixtures/release-server.ts';
import { startUpdateServer, type UpdateServer } from './fixtures/update-server.ts';
import { installStandIn, type AppImageStandIn } from './fixtures/update-stand-in.ts';
import { HotseatScreen } from './screens/hotseat-screen.ts';
import { UpdatesScreen } from './screens/updates.ts';

test.skip(process.platform !== 'linux', 'AppImages are Linux’s');
test.describe.configure({ timeout: 120_000 });

let server: UpdateServer;
let profile: string;
let appImage: AppImageStandIn;

test.beforeEach(async () => {
  server = await startUpdateServer();
  profile = await newProfile();
  appImage = await installStandIn(profile, server);
});
test.afterEach(async () => {
  await server.stop();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

type Launch = (options: {
  profile: string;
  env?: Readonly<Record<string, string>>;
  args?: readonly string[];
}) => Promise<Hotseat>;

/** Hotseat with its settings open at the updates. */
const open = async (launch: Launch, args: readonly string[] = []) => {
  const hotseat = await launch({ profile, env: appImage.env, args });
  const updates = new UpdatesScreen(hotseat.window);
  await updates.open();
  return { hotseat, updates };
};

const downloaded = async (launch: Launch) => {
  const opened = await open(launch);
  await opened.updates.press('Check now');
  await opened.updates.press('Download');
  return opened;
};

/** Nothing has changed, nothing lies about, and Hotseat goes on. */
const expectHarmless = async ({ window }: Hotseat): Promise<void> => {
  expect(appImage.content()).toBe(appImage.version('old').toString());
  expect(appImage.leftovers()).toEqual([]);
  expect(appImage.started()).toBeUndefined();
  await expect(window.getByRole('button', { name: 'Add account' })).toBeAttached();
};

test('an update is downloaded, asked about, put in place when all is closed, and started (AppImage, a script standing in for it)', async ({
  launch,
}) => {
  server.offer({ version: '0.2.0', notes: 'New: <b>everything</b>' }, appImage.version('new'));
  const hotseat = await launch({ profile, env: appImage.env });
  const ada = person('ada');
  await new HotseatScreen(hotseat.window).createAccount(ada);
  const updates = new UpdatesScreen(hotseat.window);
  await updates.open();
  await updates.press('Check now');
  await expect(updates.section).toContainText('Hotseat 0.2.0 is available (3.0 MB). You have 0.1.0.');
  await updates.press('What is new');
  await expect(updates.section).toContainText('New: <b>everything</b>');
  expect(server.received.some(({ url }) => url.includes('.AppImage'))).toBe(false);

  await updates.press('Download');
  await expect(updates.section).toContainText('Hotseat 0.2.0 is ready.');
  await updates.close();
  await expect(updates.notice('Later')).toBeVisible();
  expect(appImage.content()).toBe(appImage.version('old').toString());

  const ended = hotseat.app.waitForEvent('close');
  await updates.notice('Restart and update').click();
  await ended;
  await expect.poll(() => appImage.started(), { timeout: 20_000 }).toContain('new ');
  expect(appImage.started()).toContain(`--user-data-dir=${profile}`);
  expect(appImage.content()).toBe(appImage.version('new').toString());
  expect(appImage.leftovers().filter((name) => name.includes('.new') || name.startsWith('temp-'))).toEqual(
    [],
  );
  expect(server.received.some(({ headers }) => headers.includes('staging'))).toBe(false);

  const again = await launch({ profile, env: appImage.env });
  await expect(new HotseatScreen(again.window).activeUser).toContainText(ada.name);
});

test('who says later quits as ever, and nothing is replaced (AppImage stand-in)', async ({ launch }) => {
  server.offer({ version: '0.2.0' }, appImage.version('new'));
  const { hotseat, updates } = await downloaded(launch);
  await expect(updates.section).toContainText('is ready');
  await updates.close();
  await updates.notice('Later').click();
  await expect(updates.notice('Restart and update')).toBeHidden();
  await hotseat.close();
  expect(appImage.content()).toBe(appImage.version('old').toString());
  expect(appImage.started()).toBeUndefined();
});

test('a payload with one byte changed is thrown away (AppImage stand-in)', async ({ launch }) => {
  server.offer({ version: '0.2.0' }, appImage.version('new'));
  server.sendFile(corrupted);
  const { hotseat, updates } = await downloaded(launch);
  await expect(updates.section.getByRole('alert')).toContainText('not the file that was signed');
  await expectHarmless(hotseat);
});

test('a payload that is cut off is thrown away, and the next try works (AppImage stand-in)', async ({
  launch,
}) => {
  server.offer({ version: '0.2.0' }, appImage.version('new'));
  server.sendFile(truncated);
  const { hotseat, updates } = await downloaded(launch);
  await expect(updates.section.getByRole('alert')).toContainText('was not downloaded', { timeout: 30_000 });
  await expectHarmless(hotseat);
  server.sendFile((response, content) => response.end(content));
  await updates.press('Try again');
  await expect(updates.section).toContainText('is ready');
});

test('metadata whose signature is another’s, or missing, is refused (AppImage stand-in)', async ({
  launch,
}) => {
  server.offer({ version: '0.2.0' }, appImage.version('new'));
  server.signWith((signature) => `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`);
  const { hotseat, updates } = await open(launch);
  await updates.press('Check now');
  await expect(updates.section.getByRole('alert')).toContainText(
    'is not signed by those who release Hotseat',
  );
  server.signWith(() => '');
  await updates.press('Try again');
  await expect(updates.section.getByRole('alert')).toContainText(
    'is not signed by those who release Hotseat',
  );
  await expectHarmless(hotseat);
});

test('a lower version is no update, and lower than one that was seen is refused, after a restart too (AppImage stand-in)', async ({
  launch,
}) => {
  server.offer({ version: '0.0.9' }, appImage.version('new'));
  const first = await open(launch);
  await first.updates.press('Check now');
  await expect(first.updates.section).toContainText('Hotseat 0.1.0 is up to date. Last checked just now.');
  server.offer({ version: '0.3.0' }, appImage.version('new'));
  await first.updates.press('Check now');
  await expect(first.updates.section).toContainText('0.3.0 is available');
  await first.hotseat.close();
  server.offer({ version: '0.2.0' }, appImage.version('new'));
  const second = await open(launch);
  await second.updates.press('Check now');
  await expect(second.updates.section.getByRole('alert')).toContainText(
    'an older version than it did before',
  );
  await expectHarmless(second.hotseat);
});

test('a version that is offered to nobody yet, or needs a newer system, is not offered (AppImage stand-in)', async ({
  launch,
}) => {
  server.offer({ version: '0.2.0', stagingPercentage: 0 }, appImage.version('new'));
  const { updates } = await open(launch);
  await updates.press('Check now');
  await expect(updates.section).toContainText('is up to date');
  server.offer({ version: '0.2.0', minimumSystemVersion: `9${release()}` }, appImage.version('new'));
  await updates.press('Check now');
  await expect(updates.section).toContainText('Hotseat 0.2.0 is there, but it needs a newer system.');
  expect(server.received.some(({ headers }) => headers.includes('staging'))).toBe(false);
});

test('a download can be cancelled, and killed in the middle it leaves nothing that the next start keeps (AppImage stand-in)', async ({
  launch,
}) => {
  server.offer({ version: '0.2.0' }, appImage.version('new'));
  server.sendFile(stuck);
  const first = await downloaded(launch);
  await expect(first.updates.section).toContainText('Downloading Hotseat 0.2.0');
  await first.updates.press('Cancel download');
  await expect(first.updates.section).toContainText('is available');
  await expect.poll(() => appImage.leftovers()).toEqual([]);
  await first.updates.press('Download');
  await expect.poll(() => appImage.leftovers()).not.toEqual([]);
  await first.hotseat.kill();
  server.offer({ version: '0.1.0' }, appImage.version('new'));
  const second = await open(launch);
  await second.updates.press('Check now');
  await expect(second.updates.section.getByRole('alert')).toBeVisible();
  await expectHarmless(second.hotseat);
});

test('a server that has nothing is told, and so is none at all (AppImage stand-in)', async ({ launch }) => {
  const { hotseat, updates } = await open(launch);
  await updates.press('Check now');
  await expect(updates.section.getByRole('alert')).toContainText('has nothing for this kind of package');
  await server.stop();
  await updates.press('Try again');
  await expect(updates.section.getByRole('alert')).toContainText('cannot be reached');
  await expectHarmless(hotseat);
  server = await startUpdateServer();
});

test('--no-update, and a build without a release key: nothing is asked, and the window says so', async ({
  launch,
}) => {
  server.offer({ version: '0.2.0' }, appImage.version('new'));
  const first = await open(launch, ['--no-update']);
  await expect(first.updates.section).toContainText('started with --no-update');
  await expect(first.updates.section.getByRole('button')).toHaveCount(0);
  await first.hotseat.close();
  await rm(join(profile, 'update-source.json'));
  const second = await open(launch);
  await expect(second.updates.section).toContainText(
    'This build does not update itself: it has no release key.',
  );
  expect(server.received).toEqual([]);
});

test('whether it looks by itself is the person’s to say, and holds after a restart', async ({ launch }) => {
  const first = await open(launch);
  const choice = (updates: UpdatesScreen) =>
    updates.section.getByRole('checkbox', { name: 'Look for newer versions by itself' });
  await expect(choice(first.updates)).toBeChecked();
  await choice(first.updates).uncheck();
  await first.hotseat.close();
  const second = await open(launch);
  await expect(choice(second.updates)).not.toBeChecked();
});

test('what a release server says reaches the log without secrets (AppImage stand-in)', async ({ launch }) => {
  const secret = canary('server', 'token');
  server.offer({ version: '0.2.0' }, appImage.version('new'));
  server.sendFile((response) => response.writeHead(500, `Bearer ${secret}`).end());
  const { hotseat, updates } = await downloaded(launch);
  await expect(updates.section.getByRole('alert')).toContainText('answered with a failure');
  const log = join(hotseat.profile, 'logs', 'hotseat.log');
  expect(existsSync(log) ? readFileSync(log, 'utf8') : '').not.toContain(secret);
});
