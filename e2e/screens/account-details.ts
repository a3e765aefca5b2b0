import type { Locator, Page } from 'playwright';

/** The details of one account. */
export class AccountDetails {
  readonly dialog: Locator;
  readonly alert: Locator;
  readonly waysIn: Locator;
  readonly linkButton: Locator;
  readonly apiKeys: Locator;
  readonly signOutInBrowser: Locator;
  readonly #page: Page;

  constructor(page: Page, name: string) {
    this.#page = page;
    this.dialog = page.getByRole('dialog', { name: `Details of ${name}` });
    this.alert = this.dialog.getByRole('alert');
    this.waysIn = this.dialog.getByRole('list', { name: 'Ways in' }).getByRole('listitem');
    this.linkButton = this.dialog.getByRole('button', { name: 'Link another way in…' });
    this.apiKeys = this.dialog.getByRole('list', { name: 'API keys' }).getByRole('listitem');
    this.signOutInBrowser = this.dialog.getByRole('button', { name: 'Sign out in the browser too' });
  }

  /** What stands beside `Service`, `E-mail`, `Id at the service` or `Session ends`. */
  fact(name: string): Locator {
    return this.dialog
      .locator('dl > div')
      .filter({ has: this.#page.locator('dt', { hasText: name }) })
      .locator('dd');
  }

  /** `isNew`: registers the e-mail first. */
  async linkEmail(email: string, password: string, { isNew = true } = {}): Promise<void> {
    await this.linkButton.click();
    await this.dialog.getByLabel('Email', { exact: true }).fill(email);
    await this.dialog.getByLabel('Password', { exact: true }).fill(password);
    await this.dialog.getByRole('checkbox', { name: /^It is new/u }).setChecked(isNew);
    await this.dialog.getByRole('button', { name: 'Link', exact: true }).click();
  }

  apiKey(name: string): Locator {
    return this.apiKeys.filter({ has: this.#page.getByText(name, { exact: true }) });
  }

  async createApiKey(name: string): Promise<void> {
    await this.dialog.getByRole('button', { name: 'New key' }).click();
    await this.dialog.getByLabel('Name of the key').fill(name);
    await this.dialog.getByRole('button', { name: 'Create', exact: true }).click();
    await this.apiKey(name).waitFor();
  }

  apiKeySwitch(name: string): Locator {
    return this.dialog.getByRole('switch', { name: `Enable ${name}` });
  }

  async deleteApiKey(name: string): Promise<void> {
    await this.dialog.getByRole('button', { name: `Delete ${name}` }).click();
    const question = this.#page.getByRole('alertdialog', { name: `Delete the key ${name}?` });
    await question.getByRole('button', { name: 'Delete', exact: true }).click();
    await question.waitFor({ state: 'detached' });
  }

  /** Opens what the service keeps with the account. */
  async openCustomData(): Promise<Locator> {
    await this.dialog.getByRole('button', { name: 'Custom data' }).click();
    return this.dialog.getByRole('region', { name: 'Custom data' });
  }
}
