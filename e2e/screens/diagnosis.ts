import type { Locator, Page } from 'playwright';

/** What the checks came to, and the text that may be given away. */
export class Diagnosis {
  readonly dialog: Locator;
  readonly checks: Locator;
  readonly text: Locator;
  readonly withAddresses: Locator;
  readonly outcome: Locator;

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Diagnosis' });
    this.checks = this.dialog.getByRole('list', { name: 'Checks' }).getByRole('listitem');
    this.text = this.dialog.getByRole('region', { name: 'What would be saved' });
    this.withAddresses = this.dialog.getByText('Say the addresses of services');
    this.outcome = this.dialog.getByRole('status').first();
  }

  /** By its number. */
  check(number: number): Locator {
    return this.checks.nth(number - 1);
  }

  press(name: string): Promise<void> {
    return this.dialog.getByRole('button', { name, exact: true }).click();
  }
}
