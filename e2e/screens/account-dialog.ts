import type { Locator, Page } from 'playwright';
import { EmailHelp } from './email-help.ts';
import { IssuerLogIn } from './issuer-log-in.ts';

export type Way = 'E-mail and password' | 'API key' | 'Custom token' | 'Custom function';

export interface Credentials {
  readonly email: string;
  readonly password: string;
  readonly name?: string;
}

/** The dialog that adds an account, or logs one in again. */
export class AccountDialog {
  readonly dialog: Locator;
  readonly email: Locator;
  readonly password: Locator;
  readonly name: Locator;
  readonly alert: Locator;
  /** At an OpenID Connect issuer. */
  readonly issuer: IssuerLogIn;
  readonly help: EmailHelp;
  readonly #page: Page;

  constructor(page: Page, title = 'Add account') {
    this.#page = page;
    this.dialog = page.getByRole('dialog', { name: title });
    this.email = this.dialog.getByLabel('Email', { exact: true });
    this.password = this.dialog.getByLabel('Password', { exact: true });
    this.name = this.dialog.getByLabel('Name', { exact: true });
    this.alert = this.dialog.getByRole('alert');
    this.issuer = new IssuerLogIn(this.dialog);
    this.help = new EmailHelp(this.dialog);
  }

  async chooseService(name: string): Promise<void> {
    await this.#choose('Service', name);
  }

  /** At an App Services server, in the tab that logs in. */
  async chooseWay(way: Way): Promise<void> {
    await this.#choose('Way', way);
  }

  async submitApiKey(key: string): Promise<void> {
    await this.chooseWay('API key');
    await this.#fillAndLogIn('API key', key);
  }

  async submitCustomToken(token: string): Promise<void> {
    await this.chooseWay('Custom token');
    await this.#fillAndLogIn('Token', token);
  }

  async submitCustomFunction(args: string): Promise<void> {
    await this.chooseWay('Custom function');
    await this.#fillAndLogIn('Arguments', args);
  }

  async submitLogIn({ email, password }: Credentials): Promise<void> {
    await this.dialog.getByRole('tab', { name: 'Log in' }).click();
    await this.email.fill(email);
    await this.password.fill(password);
    await this.dialog.getByRole('button', { name: 'Log in', exact: true }).click();
  }

  async submitCreateAccount({ email, password, name }: Credentials): Promise<void> {
    await this.dialog.getByRole('tab', { name: 'Create account' }).click();
    if (name !== undefined) await this.name.fill(name);
    await this.email.fill(email);
    await this.password.fill(password);
    await this.dialog.getByRole('button', { name: 'Create account', exact: true }).click();
  }

  async submitPassword(password: string): Promise<void> {
    await this.password.fill(password);
    await this.dialog.getByRole('button', { name: 'Log in', exact: true }).click();
  }

  async #choose(label: string, option: string): Promise<void> {
    await this.dialog.getByRole('button', { name: new RegExp(`${label}$`, 'u') }).click();
    await this.#page.getByRole('option', { name: option, exact: true }).click();
  }

  async #fillAndLogIn(label: string, text: string): Promise<void> {
    await this.dialog.getByRole('textbox', { name: label, exact: true }).fill(text);
    await this.dialog.getByRole('button', { name: 'Log in', exact: true }).click();
  }
}
