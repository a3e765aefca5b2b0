import type { Locator, Page } from 'playwright';

/** The notebook of the active user. */
export class Notebook {
  readonly region: Locator;
  readonly newNote: Locator;
  readonly notes: Locator;

  constructor(page: Page) {
    this.region = page.getByRole('region', { name: 'Notebook' });
    this.newNote = this.region.getByLabel('New note');
    this.notes = this.region.getByRole('list', { name: 'Notes' }).getByRole('listitem');
  }

  async add(text: string): Promise<void> {
    await this.newNote.fill(text);
    await this.region.getByRole('button', { name: 'Add note' }).click();
  }
}
