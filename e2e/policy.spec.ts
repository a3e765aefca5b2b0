import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, newProfile, test } from './fixtures/hotseat.ts';
import { person } from './fixtures/person.ts';
import { pressKeys } from './fixtures/real-keys.ts';
import { HotseatScreen } from './screens/hotseat-screen.ts';

/** An app that is run from its sources takes this file for the administrator's. */
const decree = async (profile: string, policy: object | string): Promise<void> => {
  const path = join(profile, 'policy.json');
  await mkdir(profile, { recursive: true });
  await writeFile(path, typeof policy === 'string' ? policy : JSON.stringify(policy));
  await chmod(path, 0o644);
};

test('a policy is shown, cannot be undone in the settings, and holds anew as soon as it changes', async ({
  launch,
}) => {
  const profile = await newProfile();
  await decree(profile, { preset: 'shared', lockAfterMinutes: 7, maximumAccounts: 2, colour: 'blue' });
  const { window } = await launch({ profile });
  const screen = new HotseatScreen(window);
  await screen.createAccount(person('Ana'));
  await screen.createAccount(person('Ben'));
  await expect(screen.accounts.row('Ana')).toContainText('Locked');

  const settings = await screen.openSettings();
  await expect(settings.switchingRule(/^Locks the account/u)).toBeChecked();
  await expect(settings.switchingRule(/^Takes one key/u)).toBeDisabled();
  await expect(settings.dialog.getByRole('button', { name: 'Lock when nobody is here' })).toBeDisabled();
  await expect(settings.dialog).toContainText('After 7 minutes');
  await expect(settings.dialog).toContainText('Set by your organisation.');
  await expect(settings.dialog).toContainText('does not know: colour');

  await test.step('what it allows no more is refused', async () => {
    await pressKeys('Escape');
    await expect(settings.dialog).toBeHidden();
    const dialog = await screen.openAddAccount();
    await dialog.submitCreateAccount(person('Cleo'));
    await expect(dialog.alert).toContainText('The rules of this computer do not allow that');
    await pressKeys('Escape');
    await expect(screen.accounts.rows).toHaveCount(2);
  });

  await test.step('broken, the strictest rules hold, and the window says so', async () => {
    await decree(profile, '{ "preset": ');
    await expect(window.getByText(/policy of this computer cannot be read/u).first()).toBeVisible({
      timeout: 15_000,
    });
    await screen.openSettings();
    await expect(settings.dialog).toContainText('After 2 minutes');
    await pressKeys('Escape');
    await expect(settings.dialog).toBeHidden();
  });

  await test.step('taken away, the person’s own choice holds again', async () => {
    await rm(join(profile, 'policy.json'));
    await screen.openSettings();
    await expect(settings.switchingRule(/^Takes one key/u)).toBeEnabled({ timeout: 15_000 });
    await expect(settings.switchingRule(/^Takes one key/u)).toBeChecked();
  });
});

test('where accounts are not remembered, sessions are in memory only, and end with Hotseat', async ({
  launch,
}) => {
  const profile = await newProfile();
  await decree(profile, { remembersAccounts: false });
  const first = await launch({ profile });
  const screen = new HotseatScreen(first.window);
  await screen.createAccount(person('Ana'));
  await expect(screen.activeUser).toContainText('Ana');
  await first.close();
  const second = await launch({ profile });
  const after = new HotseatScreen(second.window);
  await expect(after.accounts.row('Ana')).toContainText('Logged out');
  await expect(after.activeUser).toContainText('Nobody is active');
});
