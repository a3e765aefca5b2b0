import { AxeBuilder } from '@axe-core/playwright';
import { expect, newProfile, test } from './fixtures/hotseat.ts';
import { person } from './fixtures/person.ts';
import { writeStoredFile } from './fixtures/stored-file.ts';
import { HotseatScreen } from './screens/hotseat-screen.ts';

test('axe finds nothing, light and dark: first start, the dialog, the list, the removal', async ({
  launch,
}) => {
  const { window } = await launch();
  const screen = new HotseatScreen(window);
  const check = async (what: string) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await window.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
        `${what}, ${colorScheme}`,
      ).toEqual([]);
    }
  };
  await expect(window.getByRole('heading', { name: 'No accounts yet' })).toBeVisible();
  await check('first start');
  const dialog = await screen.openAddAccount();
  await check('dialog');
  await dialog.submitCreateAccount(person('Ana'));
  await expect(screen.activeUser).toContainText('Ana');
  await check('list and notebook');
  await screen.accounts.choose('Ana', 'Remove from this computer…');
  await expect(screen.removal('Ana')).toBeVisible();
  await check('removal');
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
  await screen.notebook.add('a note in a small window');
  await expect(screen.notebook.notes).toHaveCount(1);
  const overflow = await window.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow, 'nothing is cut at the side').toBeLessThanOrEqual(0);
});
