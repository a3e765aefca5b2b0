import type { Locator, Page } from 'playwright';

export type MenuItem =
  | 'Switch to'
  | 'Log in again'
  | 'Unlock'
  | 'Lock'
  | 'Lock with a PIN…'
  | 'Change PIN…'
  | 'Take the lock away…'
  | 'Log out'
  | 'Details…'
  | 'Rename…'
  | 'Move up'
  | 'Move down'
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

  /**
   * Waits until the list has come to rest. While it scrolls, and a moment after, React Aria lets no pointer through
   * to the rows, so that a press that falls into that moment is lost.
   */
  async atRest(): Promise<void> {
    await this.grid.evaluate(async (grid) => {
      const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      let calmFrames = 0;
      for (let last = grid.scrollTop; calmFrames < 45; last = grid.scrollTop) {
        await nextFrame();
        calmFrames = grid.scrollTop === last ? calmFrames + 1 : 0;
      }
    });
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
