import type { Locator, Page } from 'playwright';

/** The keys in the settings. */
export class KeySettings {
  readonly section: Locator;
  readonly alert: Locator;
  readonly resetAll: Locator;

  constructor(page: Page) {
    this.section = page.getByRole('region', { name: 'Keys', exact: true });
    this.alert = this.section.getByRole('alert');
    this.resetAll = this.section.getByRole('button', { name: 'Reset all keys' });
  }

  async showAll(): Promise<void> {
    await this.section.getByRole('button', { name: 'Keys of all commands' }).click();
  }

  /** The button that shows the key of a command, and that waits for another. */
  keyOf(name: string): Locator {
    return this.section.getByRole('button', { name: `Change the key of ${name}:` });
  }

  /** It waits for a key. */
  async beginChange(name: string): Promise<void> {
    await this.keyOf(name).click();
    await this.section.getByRole('button', { name: `Press the new key of ${name}` }).waitFor();
  }
}
