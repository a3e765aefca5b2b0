import type { Locator, Page } from 'playwright';

/** What is shown while keys are held to go through the accounts. */
export class Cycling {
  readonly list: Locator;
  readonly rows: Locator;
  readonly previewed: Locator;

  constructor(page: Page) {
    this.list = page.getByRole('list', { name: 'Accounts by recent use' });
    this.rows = this.list.getByRole('listitem');
    this.previewed = this.list.locator('[aria-current=true]');
  }
}
