import type { Locator, Page } from 'playwright';

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

  constructor(page: Page, title = 'Add account') {
    this.dialog = page.getByRole('dialog', { name: title });
    this.email = this.dialog.getByLabel('Email', { exact: true });
    this.password = this.dialog.getByLabel('Password', { exact: true });
    this.name = this.dialog.getByLabel('Name', { exact: true });
    this.alert = this.dialog.getByRole('alert');
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
}
