import type { Locator } from 'playwright';

/** The steps of a forgotten password or an unconfirmed e-mail, in the dialog that logs in. */
export class EmailHelp {
  readonly alert: Locator;
  readonly #dialog: Locator;

  constructor(dialog: Locator) {
    this.#dialog = dialog;
    this.alert = dialog.getByRole('alert');
  }

  async askForReset(email: string): Promise<void> {
    await this.#press('Forgot password?');
    await this.#fill('Email', email);
    await this.#sendTheMail();
  }

  /** After a login that failed because the e-mail is not confirmed. */
  async askForConfirmation(): Promise<void> {
    await this.#press('Send the confirmation again');
    await this.#sendTheMail();
  }

  async reset(mail: { readonly token: string; readonly tokenId: string }, password: string): Promise<void> {
    await this.#fill('Token', mail.token);
    await this.#fill('Token id', mail.tokenId);
    await this.#fill('New password', password);
    await this.#press('Set the password');
  }

  async confirm(mail: { readonly token: string; readonly tokenId: string }): Promise<void> {
    await this.#fill('Token', mail.token);
    await this.#fill('Token id', mail.tokenId);
    await this.#press('Confirm');
  }

  async resetByFunction(email: string, password: string, args: readonly unknown[]): Promise<void> {
    await this.#press('Forgot password?');
    await this.#press('The service resets without a mail');
    await this.#fill('Email', email);
    await this.#fill('New password', password);
    await this.#fill('Arguments', JSON.stringify(args));
    await this.#press('Set the password');
  }

  /** Until the dialog asks for what the mail says: only then has the service sent it. */
  async #sendTheMail(): Promise<void> {
    await this.#press('Send the mail');
    await this.#dialog.getByLabel('Token', { exact: true }).waitFor();
  }

  async #press(name: string): Promise<void> {
    await this.#dialog.getByRole('button', { name, exact: true }).click();
  }

  async #fill(label: string, text: string): Promise<void> {
    await this.#dialog.getByLabel(label, { exact: true }).fill(text);
  }
}
