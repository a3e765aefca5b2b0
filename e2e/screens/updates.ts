import type { Locator, Page } from 'playwright';

/** The section of updates in the settings, and the line in the window. */
export class UpdatesScreen {
  readonly section: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.section = page.getByRole('region', { name: 'Updates' });
  }

  async open(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Settings' }).click();
    await this.section.waitFor();
  }

  async close(): Promise<void> {
    await this.#page.getByRole('dialog', { name: 'Settings' }).getByRole('button', { name: 'Close' }).click();
  }

  press(name: string): Promise<void> {
    return this.section.getByRole('button', { name, exact: true }).click();
  }

  /** Of the line in the window. */
  notice(name: string): Locator {
    return this.#page.getByRole('main').getByRole('button', { name, exact: true });
  }
}
