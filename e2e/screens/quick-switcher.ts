import type { Locator, Page } from 'playwright';

/** The dialog that finds accounts, and what can be done, by a few letters. */
export class QuickSwitcher {
  readonly dialog: Locator;
  readonly field: Locator;
  readonly rows: Locator;
  readonly chosen: Locator;

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Switch account' });
    this.field = this.dialog.getByRole('searchbox', { name: 'Switch account' });
    this.rows = this.dialog.getByRole('option');
    this.chosen = this.dialog.getByRole('option', { selected: true });
  }
}
