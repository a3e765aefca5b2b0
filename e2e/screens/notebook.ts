import type { Locator, Page } from 'playwright';
import { appOf, expect } from '../fixtures/hotseat.ts';
import { pageInSight } from '../fixtures/page-in-sight.ts';

/** The notebook in the workspace of the active user: a page of its own over the window. */
export class Notebook {
  readonly page: Page;
  readonly region: Locator;
  readonly newNote: Locator;
  readonly notes: Locator;
  readonly alert: Locator;

  constructor(page: Page) {
    this.page = page;
    this.region = page.getByRole('region', { name: 'Notebook' });
    this.newNote = this.region.getByLabel('New note');
    this.notes = this.region.getByRole('list', { name: 'Notes' }).getByRole('listitem');
    this.alert = this.region.getByRole('alert');
  }

  async add(text: string): Promise<void> {
    await this.newNote.fill(text);
    await this.region.getByRole('button', { name: 'Add note' }).click();
  }
}

/** Every notebook that is alive, in sight or not. */
export const notebookPages = (window: Page): Page[] =>
  window
    .context()
    .pages()
    .filter((page) => page.url().startsWith('directory://'));

/** Waits until the notebook in sight is the one that says `whose`, the account's name. */
export const findNotebook = async (window: Page, whose: string): Promise<Notebook> => {
  const owner = `Only ${whose} can read it.`;
  let found: Notebook | undefined;
  await expect(async () => {
    const page = await pageInSight({ app: appOf(window), window });
    found = page && new Notebook(page);
    expect(await page?.locator('body').innerText()).toContain(owner);
  }).toPass({ timeout: 15_000 });
  if (!found) throw new Error(`There is no notebook of ${whose}`);
  return found;
};

/** The only notebook that is alive, whether or not it knows whose it is. */
export const onlyNotebook = async (window: Page): Promise<Notebook> => {
  await expect.poll(() => notebookPages(window).length, { timeout: 15_000 }).toBe(1);
  const [page] = notebookPages(window);
  if (!page) throw new Error('There is no notebook');
  return new Notebook(page);
};
