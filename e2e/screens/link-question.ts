import type { Locator, Page } from 'playwright';

/** What is asked before anything comes of a link. */
export class LinkQuestion {
  readonly dialog: Locator;
  readonly cancel: Locator;

  constructor(page: Page, title: string) {
    this.dialog = page.getByRole('alertdialog', { name: title });
    this.cancel = this.dialog.getByRole('button', { name: 'Cancel' });
  }

  confirm(label: 'Switch' | 'Open' | 'Open the form'): Locator {
    return this.dialog.getByRole('button', { name: label, exact: true });
  }

  fact(name: string): Locator {
    return this.dialog.getByRole('definition').and(this.dialog.locator(`dt:text-is("${name}") + dd`));
  }
}
