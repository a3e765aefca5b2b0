import type { Locator, Page } from 'playwright';
import type { Settings } from './settings.ts';

/** The receipts of removals in the settings, and the removal of all accounts. */
export class Removals {
  readonly region: Locator;
  readonly receipts: Locator;
  readonly clear: Locator;
  /** What the window offers after a removal. */
  readonly offer: Locator;
  readonly question: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.region = page.getByRole('region', { name: 'Removals' });
    this.receipts = this.region.getByRole('list', { name: 'Removals' }).getByRole('listitem');
    this.clear = this.region.getByRole('button', { name: 'Clear list' });
    this.offer = page.getByRole('button', { name: /^Show receipts?$/u });
    this.question = page.getByRole('alertdialog', { name: 'Remove all accounts?' });
  }

  /** What came of one step of a receipt that is open. */
  step(receipt: Locator, subject: string): Locator {
    return receipt.locator('dl > div').filter({ has: this.#page.getByText(subject, { exact: true }) });
  }

  async askToRemoveAll(settings: Settings): Promise<void> {
    await settings.dialog.getByRole('button', { name: 'Remove all accounts…' }).click();
    await this.question.waitFor();
  }
}
