import type { Locator, Page } from 'playwright';

export type MenuItem =
  | 'Switch to'
  | 'Log in again'
  | 'Log out'
  | 'Details…'
  | 'Rename…'
  | 'Delete account…'
  | 'Remove from this computer…';

/** The list of accounts, and each account's menu. */
export class AccountList {
  readonly grid: Locator;
  readonly rows: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.grid = page.getByRole('grid', { name: 'Accounts' });
    this.rows = this.grid.getByRole('row');
  }

  row(name: string): Locator {
    return this.grid.getByRole('row', { name: startingWith(name) });
  }

  async choose(name: string, item: MenuItem): Promise<void> {
    await this.row(name)
      .getByRole('button', { name: `Actions for ${name}` })
      .click();
    await this.#page.getByRole('menuitem', { name: item, exact: true }).click();
  }
}

const startingWith = (name: string): RegExp =>
  new RegExp(`^${name.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)}`, 'u');
