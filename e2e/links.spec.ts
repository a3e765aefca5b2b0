import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { axeOn } from './fixtures/axe.ts';
import { startDirectoryServer } from './fixtures/directory-server.ts';
import { expect, newProfile, test, type Hotseat } from './fixtures/hotseat.ts';
import { person, type Person } from './fixtures/person.ts';
import { hasProgram, noTerminal, runHotseat } from './fixtures/terminal.ts';
import { startWebSite } from './fixtures/web-site.ts';
import { HotseatScreen } from './screens/hotseat-screen.ts';
import { LinkQuestion } from './screens/link-question.ts';
import { setUpPin, UnlockDialog } from './screens/locks.ts';
import { ServiceForm } from './screens/service-form.ts';
import { Workspace } from './screens/workspace.ts';

test.skip(process.platform !== 'linux' || !hasProgram, noTerminal);
test.setTimeout(240_000);

const pin = '493716';

/** Follows a link as a browser has it followed: in a process of its own. */
const follow = async ({ profile }: Hotseat, link: string, ...others: readonly string[]): Promise<void> => {
  const handed = await runHotseat(profile, [link, ...others]);
  expect(handed).toMatchObject({ exitCode: 0, err: expect.stringContaining('was handed the link') });
};

const idOf = async (hotseat: Hotseat, name: string): Promise<string> => {
  const snapshot = await hotseat.window.evaluate(() => window.hotseat.snapshot());
  const user = snapshot.ok ? snapshot.value.users.find((one) => one.name === name) : undefined;
  if (!user) throw new Error(`There is no ${name}`);
  return user.id;
};

const askedNow = (hotseat: Hotseat) =>
  hotseat.window.evaluate(async () => {
    const snapshot = await window.hotseat.snapshot();
    return snapshot.ok ? snapshot.value.linkAsk : undefined;
  });

const withAccounts = async (hotseat: Hotseat, ...people: readonly Person[]) => {
  const screen = new HotseatScreen(hotseat.window);
  for (const one of people) await screen.createAccount(one);
  return screen;
};

const withPolicy = async (policy: object): Promise<string> => {
  const profile = await newProfile();
  await mkdir(profile, { recursive: true });
  await writeFile(join(profile, 'policy.json'), JSON.stringify(policy));
  await chmod(join(profile, 'policy.json'), 0o644);
  return profile;
};

test('E2: a link asks before it switches, one at a time, three in a minute, and never by itself', async ({
  launch,
}) => {
  const hotseat = await launch({ profile: await withPolicy({ audit: 'ids' }) });
  const page = hotseat.window;
  const ana = person('Ana');
  const screen = await withAccounts(hotseat, ana, person('Ben'));
  const link = `hotseat://switch/${await idOf(hotseat, 'Ana')}`;
  const question = new LinkQuestion(page, 'Switch to Ana?');

  await follow(hotseat, `${link}?note=${encodeURIComponent('<b>Your\u202e order</b>\n is ready')}`);
  await expect(question.dialog).toContainText('A link asks for this.');
  await expect(question.fact('E-mail')).toHaveText(ana.email);
  await expect(question.fact('The link says'), 'as its words, and no more').toHaveText(
    '“<b>Your order</b> is ready”',
  );
  await expect(question.cancel, 'who types on says no').toBeFocused();
  await axeOn(page)('a link that asks');

  await follow(hotseat, `hotseat://open/${await idOf(hotseat, 'Ben')}`);
  await expect(page.getByRole('alertdialog')).toHaveCount(1);
  await question.cancel.click();
  await expect(question.dialog).toBeHidden();
  expect(await askedNow(hotseat), 'the one that came meanwhile is gone').toBeUndefined();
  await expect(screen.activeUser).toContainText('Ben');

  await follow(hotseat, link);
  await question.confirm('Switch').click();
  await expect(question.dialog).toBeHidden();
  await expect(screen.activeUser).toContainText('Ana');

  await follow(hotseat, 'hotseat:///../../');
  await expect(screen.alert).toContainText('does not understand');
  await follow(hotseat, `hotseat://switch/${await idOf(hotseat, 'Ben')}`);
  expect(await askedNow(hotseat), 'the fourth in a minute').toBeUndefined();
  await expect(screen.activeUser).toContainText('Ana');

  expect(await runHotseat(hotseat.profile, ['switch', 'Ben'])).toMatchObject({ exitCode: 0 });
  const trail = await page.evaluate(() => window.hotseat.execute('listAudit', undefined));
  expect(trail.ok ? trail.value.filter(({ event }) => event === 'switched').map(({ by }) => by) : []).toEqual(
    ['commandLine', 'link', 'window', 'window'],
  );
});

test('E3: hostile links do nothing, and take everything on their line with them', async ({ launch }) => {
  const hotseat = await launch();
  const screen = await withAccounts(hotseat, person('Ana'), person('Ben'));
  const ana = await idOf(hotseat, 'Ana');
  await follow(hotseat, `hotseat://switch/${ana}" --inspect --no-sandbox`, 'remove', 'Ana', '--yes');
  await expect(screen.alert).toContainText('does not understand');
  expect(
    await runHotseat(hotseat.profile, [`hotseat://remove/${ana}?${'x'.repeat(100_000)}`]),
    'one that is too long to be handed over',
  ).toMatchObject({ exitCode: 2, err: expect.stringContaining('longer than any link') });
  await follow(hotseat, `hotseat://switch/00000000-0000-4000-8000-000000000000`);
  await expect(screen.alert).toContainText('not on this computer');
  expect(await askedNow(hotseat)).toBeUndefined();
  await expect(screen.accounts.rows).toHaveCount(2);
  await expect(screen.activeUser).toContainText('Ben');
});

test('E1: a lock is not passed; unlocking comes after the question, and then the page', async ({
  launch,
}) => {
  const [server, site] = [await startDirectoryServer(), await startWebSite()];
  try {
    const hotseat = await launch();
    const { window } = hotseat;
    const screen = new HotseatScreen(window);
    await screen.addServer({
      name: 'Shop',
      baseUrl: server.baseUrl,
      appId: 'hotseat-directory',
      workspaceUrl: `${site.origin}/`,
    });
    await screen.createAccount(person('Ana'));
    const dialog = await screen.openAddAccount();
    await dialog.chooseService('Shop');
    await dialog.submitCreateAccount(person('Ben'));
    await expect(screen.activeUser).toContainText('Ben');
    await setUpPin(screen, 'Ben', pin);
    await screen.accounts.choose('Ben', 'Lock');
    await expect(screen.activeUser).toContainText('Nobody is active');
    const open = `hotseat://open/${await idOf(hotseat, 'Ben')}?address=`;

    await follow(hotseat, open + encodeURIComponent('https://elsewhere.example/'));
    await expect(screen.alert).toContainText('outside of its service');
    await follow(hotseat, open + encodeURIComponent(`${site.origin}/other`));
    const question = new LinkQuestion(window, 'Open the workspace of Ben?');
    await expect(question.fact('Address')).toHaveText(`${site.origin}/other`);
    await expect(question.dialog).toContainText('The account is locked');
    await question.confirm('Open').click();
    await expect(screen.activeUser).toContainText('Nobody is active');
    await new UnlockDialog(window, 'Ben').guess(pin);
    await expect(screen.activeUser).toContainText('Ben');
    await new Workspace(hotseat).inSight(site.origin, '/other');

    await follow(hotseat, open + encodeURIComponent(`${site.origin}/long`));
    await question.confirm('Open').click();
    await new Workspace(hotseat).inSight(site.origin, '/long');
  } finally {
    await server.stop();
    await site.stop();
  }
});

test('a link to a service opens its form, and adds nothing', async ({ launch }) => {
  const link =
    'hotseat://add-service?kind=website&name=Desk&url=https%3A%2F%2Fdesk.example%2F&signInOrigins=https%3A%2F%2Fid.example';
  const hotseat = await launch({ args: [link] });
  const question = new LinkQuestion(hotseat.window, 'Look at a new service?');
  await expect(question.fact('Address'), 'the link that starts Hotseat').toHaveText('https://desk.example/');
  await question.confirm('Open the form').click();
  const settings = hotseat.window.getByRole('dialog', { name: 'Settings' });
  const form = new ServiceForm(settings, hotseat.window);
  await expect(form.field('Name')).toHaveValue('Desk');
  await expect(form.field('Address')).toHaveValue('https://desk.example/');
  await expect(form.field('Sign-in origins')).toHaveValue('https://id.example');
  const snapshot = await hotseat.window.evaluate(() => window.hotseat.snapshot());
  expect(snapshot.ok && snapshot.value.services.map(({ kind }) => kind)).toEqual(['directory']);
});

test('where nobody may add services, a link may not either', async ({ launch }) => {
  const hotseat = await launch({ profile: await withPolicy({ mayAddServices: false }) });
  const screen = new HotseatScreen(hotseat.window);
  await follow(hotseat, 'hotseat://add-service?kind=website&name=Desk&url=https%3A%2F%2Fdesk.example%2F');
  await expect(screen.alert).toContainText('rules of this computer');
  expect(await askedNow(hotseat)).toBeUndefined();
});
