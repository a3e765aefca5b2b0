import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures/hotseat.ts';
import { person } from './fixtures/person.ts';
import { focusWindowOf, pressKeys } from './fixtures/real-keys.ts';
import { HotseatScreen } from './screens/hotseat-screen.ts';
import { setUpPin, UnlockDialog } from './screens/locks.ts';

test('who did what is written down, is shown, and a change of it is found', async ({ launch }) => {
  const hotseat = await launch();
  const { window, profile } = hotseat;
  const screen = new HotseatScreen(window);
  const ana = person('Ana');
  await screen.createAccount(ana);
  const settings = await screen.openSettings();
  await settings.dialog.getByText('Write down who did what').click();
  await expect(settings.dialog.getByRole('checkbox', { name: 'Write down who did what' })).toBeChecked();
  await pressKeys('Escape');
  await screen.createAccount(person('Ben'));
  await focusWindowOf(hotseat.pid);
  await pressKeys('ctrl+1');
  await expect(screen.activeUser).toContainText('Ana');
  await setUpPin(screen, 'Ana', '493716');
  await pressKeys('ctrl+l');
  await screen.accounts.row('Ana').click();
  const unlock = new UnlockDialog(window, 'Ana');
  await unlock.guess('000000');
  await expect(unlock.alert).toBeVisible();
  await unlock.guess('493716');
  await expect(screen.activeUser).toContainText('Ana');

  await (await screen.openSettings()).dialog.getByRole('button', { name: 'Look at it…' }).click();
  const trail = window.getByRole('dialog', { name: 'Audit trail' });
  const entries = trail.getByRole('list', { name: 'What happened' }).getByRole('listitem');
  for (const [text, surface] of [
    ['Ana became active', 'in the window'],
    ['Ana unlocked', 'in the window'],
    ['Ana not unlocked', 'in the window'],
    ['Ana locked', 'by key'],
    ['Ana became active', 'by key'],
    ['Ben logged in', 'in the window'],
  ] as const)
    await expect(entries.filter({ hasText: text }).filter({ hasText: surface }).first()).toBeVisible();
  await trail.getByRole('searchbox', { name: 'Find in the trail' }).fill('not unlocked');
  await expect(entries).toHaveCount(1);
  await trail.getByRole('button', { name: 'Check it' }).click();
  await expect(trail.getByRole('status')).toContainText('entries are as they were written');

  const folder = join(profile, 'audit');
  const [file = ''] = (await readdir(folder)).filter((name) => name.endsWith('.jsonl'));
  const text = await readFile(join(folder, file), 'utf8');
  expect(text, 'no e-mail and no name, where nobody wants them').not.toMatch(/CANARY|Ana/iu);
  await writeFile(join(folder, file), text.replace('"unlockFailed"', '"unlocked"'));
  await trail.getByRole('button', { name: 'Check it' }).click();
  await expect(trail.getByRole('status')).toContainText('The trail was changed: entry');
});
