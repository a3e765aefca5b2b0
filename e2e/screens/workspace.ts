import type { Locator, Page } from 'playwright';
import { expect } from 'playwright/test';
import type { Hotseat } from '../fixtures/hotseat.ts';
import { pageInSight } from '../fixtures/page-in-sight.ts';

/** The region of the active account's page, and the pages in it, which are pages of their own over the window. */
export class Workspace {
  readonly region: Locator;
  readonly back: Locator;
  readonly forward: Locator;
  readonly reload: Locator;
  readonly home: Locator;
  readonly alert: Locator;
  readonly search: Locator;
  readonly more: Locator;
  /** Where main puts the page. */
  readonly stage: Locator;
  /** The page as a stop of the keyboard in the window. */
  readonly wayIn: Locator;
  /** What stands in for a page that is covered. */
  readonly still: Locator;
  readonly #hotseat: Hotseat;

  constructor(hotseat: Hotseat) {
    const { window } = hotseat;
    this.#hotseat = hotseat;
    this.region = window.getByRole('region', { name: 'Workspace' });
    this.back = this.#button('Back');
    this.forward = this.#button('Forward');
    this.reload = this.#button('Reload');
    this.home = this.#button('Home');
    this.alert = this.region.getByRole('alert');
    this.search = this.region.getByRole('searchbox', { name: 'Find in page' });
    this.more = this.#button('More for this page');
    this.wayIn = this.region.getByRole('button', { name: /^Page/u });
    // Not by role: a dialog takes the window behind it away from assistive technology, the stage too.
    this.stage = window.locator('[aria-label="Workspace"] :has(> button[aria-label^="Page"])');
    this.still = this.stage.locator('img');
  }

  /** Of the two views of the active account. */
  tab(name: 'Workspace' | 'Request'): Locator {
    return this.#hotseat.window.getByRole('tab', { name, exact: true });
  }

  /** From the menu of the page. */
  async choose(item: string): Promise<void> {
    await this.more.click();
    await this.#hotseat.window.getByRole('menuitem', { name: item }).click();
  }

  /** Every page of that origin that is alive, in sight or not. */
  alive(origin: string): Page[] {
    return this.#hotseat.window
      .context()
      .pages()
      .filter((page) => page.url().startsWith(`${origin}/`));
  }

  /** Waits until a page of that origin, and that path if one is named, is over the window, and answers it. */
  async inSight(origin: string, path?: string): Promise<Page> {
    let found: Page | undefined;
    await expect(async () => {
      found = await pageInSight(this.#hotseat);
      if (path === undefined) expect(found?.url()).toMatch(new RegExp(`^${origin}/`, 'u'));
      else expect(found?.url()).toBe(origin + path);
    }).toPass({ timeout: 15_000 });
    if (!found) throw new Error('No page is in sight');
    return found;
  }

  /** As `inSight`, once it is another page than this one: after a switch. */
  async otherInSight(than: Page, origin: string, path?: string): Promise<Page> {
    let page = than;
    await expect(async () => {
      page = await this.inSight(origin, path);
      expect(page).not.toBe(than);
    }).toPass();
    return page;
  }

  async expectNoneInSight(): Promise<void> {
    await expect.poll(() => pageInSight(this.#hotseat)).toBeUndefined();
  }

  #button(name: string): Locator {
    return this.region.getByRole('button', { name, exact: true });
  }
}
