import type { Locator, Page } from 'playwright';
import { appOf, expect } from '../fixtures/hotseat.ts';

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
  await expect
    .poll(() => textsInSight(window), { timeout: 15_000 })
    .toEqual([expect.stringContaining(owner)]);
  for (const page of notebookPages(window)) {
    const notebook = new Notebook(page);
    if (((await notebook.region.textContent()) ?? '').includes(owner)) return notebook;
  }
  throw new Error(`There is no notebook of ${whose}`);
};

/** The only notebook that is alive, whether or not it knows whose it is. */
export const onlyNotebook = async (window: Page): Promise<Notebook> => {
  await expect.poll(() => notebookPages(window).length, { timeout: 15_000 }).toBe(1);
  const [page] = notebookPages(window);
  if (!page) throw new Error('There is no notebook');
  return new Notebook(page);
};

/** What the pages that lie over the window say. Playwright has every page believe that it is visible. */
const textsInSight = (window: Page): Promise<string[]> =>
  appOf(window).evaluate(async ({ BrowserWindow, WebContentsView }) => {
    const views = BrowserWindow.getAllWindows().flatMap(({ contentView }) => contentView.children);
    const pages = views.flatMap((view) =>
      view instanceof WebContentsView && view.getVisible() ? [view.webContents] : [],
    );
    const texts = pages.map((page): Promise<unknown> => page.executeJavaScript('document.body.innerText'));
    return (await Promise.all(texts)).map(String);
  });
