import { axeOn } from './fixtures/axe.ts';
import { expect, test } from './fixtures/hotseat.ts';
import { viewsInSight } from './fixtures/native-view.ts';
import { hasPageFocus } from './fixtures/page-in-sight.ts';
import { person } from './fixtures/person.ts';
import { focusWindowOf, holdKeys, pressKeys, releaseKeys } from './fixtures/real-keys.ts';
import { Cycling } from './screens/cycling.ts';
import { HotseatScreen } from './screens/hotseat-screen.ts';

test.describe.configure({ timeout: 120_000 });

test.afterEach(() => releaseKeys('ctrl', 'shift'));

test('Ctrl+Tab goes by recent use: a tap toggles, holding previews, and letting go switches once', async ({
  launch,
}) => {
  const hotseat = await launch();
  const screen = new HotseatScreen(hotseat.window);
  const cycling = new Cycling(hotseat.window);
  for (const name of ['Ana', 'Ben', 'Cleo']) await screen.createAccount(person(name));
  await focusWindowOf(hotseat.pid);
  await pressKeys('ctrl+Tab');
  await expect(screen.activeUser).toContainText('Ben');
  await pressKeys('ctrl+Tab');
  await expect(screen.activeUser).toContainText('Cleo');

  await holdKeys('ctrl');
  await pressKeys('Tab');
  await expect(cycling.previewed).toContainText('Ben');
  await expect(cycling.rows).toHaveText([/Cleo/, /Ben/, /Ana/]);
  await pressKeys('Tab');
  await expect(cycling.previewed).toContainText('Ana');
  await expect(screen.activeUser, 'a preview switches nothing').toContainText('Cleo');
  await axeOn(hotseat.window)('cycling');
  await pressKeys('shift+Tab');
  await expect(cycling.previewed).toContainText('Ben');
  await pressKeys('Tab');
  await releaseKeys('ctrl');
  await expect(screen.activeUser).toContainText('Ana');
  await expect(cycling.list).toBeHidden();
});

test('over a page too: Escape stays, letting go switches, and the keyboard goes back to a page', async ({
  launch,
}) => {
  const hotseat = await launch();
  const screen = new HotseatScreen(hotseat.window);
  const cycling = new Cycling(hotseat.window);
  for (const name of ['Ana', 'Ben', 'Cleo']) await screen.createAccount(person(name));
  await screen.accounts.choose('Ben', 'Log out');
  await expect(screen.accounts.row('Ben')).toContainText('Logged out');
  await focusWindowOf(hotseat.pid);
  await (await screen.notebookOf('Cleo')).newNote.click();
  await pressKeys('F6');
  await expect.poll(() => hasPageFocus(hotseat)).toBe(true);

  await holdKeys('ctrl');
  await pressKeys('Tab');
  await expect(cycling.previewed, 'who is logged out is skipped').toContainText('Ana');
  await expect(cycling.rows).toHaveText([/Cleo/, /Ana/]);
  await expect.poll(() => viewsInSight(hotseat.app), 'no page lies over it').toEqual([]);
  await pressKeys('Escape');
  await expect(cycling.list).toBeHidden();
  await releaseKeys('ctrl');
  await expect.poll(() => hasPageFocus(hotseat)).toBe(true);
  await expect(screen.activeUser).toContainText('Cleo');

  await holdKeys('ctrl');
  await pressKeys('Tab');
  await expect(cycling.previewed).toContainText('Ana');
  await expect.poll(() => viewsInSight(hotseat.app)).toEqual([]);
  await releaseKeys('ctrl');
  await expect(screen.activeUser).toContainText('Ana');
  await expect.poll(() => hasPageFocus(hotseat)).toBe(true);
});
