import type { Locator, Page } from 'playwright';
import { ServiceForm } from './service-form.ts';

/** The settings: the list of services, and the form of one. */
export class Settings {
  readonly dialog: Locator;
  readonly services: Locator;
  readonly workspaces: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.dialog = page.getByRole('dialog', { name: 'Settings' });
    this.services = this.dialog.getByRole('list', { name: 'Services' }).getByRole('listitem');
    this.workspaces = this.dialog.getByRole('button', { name: 'Workspaces kept open' });
  }

  async keepOpen(count: number): Promise<void> {
    await this.workspaces.click();
    await this.#page.getByRole('option', { name: String(count), exact: true }).click();
  }

  /** What it takes to move to another account. */
  switchingRule(name: RegExp): Locator {
    return this.dialog
      .getByRole('radiogroup', { name: 'Moving to another account' })
      .getByRole('radio', { name });
  }

  async chooseOf(label: string, option: string): Promise<void> {
    await this.dialog.getByRole('button', { name: label }).click();
    await this.#page.getByRole('option', { name: option, exact: true }).click();
  }

  /** Who is active after the active account leaves. */
  successor(name: string): Locator {
    return this.dialog
      .getByRole('radiogroup', { name: 'When the active account leaves' })
      .getByRole('radio', { name });
  }

  get search(): Locator {
    return this.dialog.getByRole('searchbox', { name: 'Find a setting' });
  }

  /** In the list of sections. */
  sectionName(name: string): Locator {
    return this.dialog.getByRole('listbox', { name: 'Sections' }).getByRole('option', { name });
  }

  section(name: string): Locator {
    return this.dialog.getByRole('region', { name, exact: true });
  }

  theme(name: string): Locator {
    return this.dialog.getByRole('radiogroup', { name: 'Theme' }).getByRole('radio', { name });
  }

  service(name: string): Locator {
    return this.services.filter({ has: this.#page.getByText(name, { exact: true }) });
  }

  async addService(): Promise<ServiceForm> {
    await this.dialog.getByRole('button', { name: 'Add service' }).click();
    return new ServiceForm(this.dialog, this.#page);
  }

  async editService(name: string): Promise<ServiceForm> {
    await this.dialog.getByRole('button', { name: `Edit ${name}` }).click();
    return new ServiceForm(this.dialog, this.#page);
  }

  /** Opens the question whether to remove it. */
  async askToRemove(name: string): Promise<Locator> {
    await this.dialog.getByRole('button', { name: `Remove ${name}` }).click();
    const question = this.#page.getByRole('alertdialog', { name: `Remove ${name}?` });
    await question.waitFor();
    return question;
  }

  async removeService(name: string): Promise<void> {
    const question = await this.askToRemove(name);
    await question.getByRole('button', { name: 'Remove', exact: true }).click();
    await question.waitFor({ state: 'detached' });
  }

  async close(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Close' }).click();
    await this.dialog.waitFor({ state: 'detached' });
  }
}
