import type { Locator, Page } from 'playwright';
import type { HotseatScreen } from './hotseat-screen.ts';

/** The dialog that asks for what an account was locked with. */
export class UnlockDialog {
  readonly dialog: Locator;
  readonly pin: Locator;
  readonly passphrase: Locator;
  readonly unlock: Locator;
  readonly logInInstead: Locator;
  readonly alert: Locator;
  /** Counts down to the next attempt that is tried. */
  readonly timer: Locator;

  constructor(page: Page, name: string) {
    this.dialog = page.getByRole('dialog', { name: `Unlock ${name}` });
    this.pin = this.dialog.getByLabel('PIN', { exact: true });
    this.passphrase = this.dialog.getByLabel('Passphrase', { exact: true });
    this.unlock = this.dialog.getByRole('button', { name: 'Unlock', exact: true });
    this.logInInstead = this.dialog.getByRole('button', { name: 'Log in instead' });
    this.timer = this.dialog.getByRole('timer');
    this.alert = this.dialog.getByRole('alert');
  }

  async guess(pin: string): Promise<void> {
    await this.pin.fill(pin);
    await this.unlock.click();
  }
}

/** Sets a PIN up in the window, for an account that is not locked. */
export const setUpPin = async (screen: HotseatScreen, name: string, pin: string): Promise<void> => {
  await screen.accounts.choose(name, 'Lock with a PIN…');
  const dialog = screen.page.getByRole('dialog', { name: `A lock for ${name}` });
  await dialog.getByLabel('PIN', { exact: true }).fill(pin);
  await dialog.getByLabel('PIN again').fill(pin);
  await dialog.getByRole('button', { name: 'Set up' }).click();
  await dialog.waitFor({ state: 'hidden' });
};
