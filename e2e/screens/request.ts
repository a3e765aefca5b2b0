import type { Locator, Page } from 'playwright';

/** The region in which a person writes requests, and the answers below it. */
export class RequestScreen {
  readonly region: Locator;
  readonly url: Locator;
  readonly headers: Locator;
  readonly body: Locator;
  readonly functionName: Locator;
  readonly arguments: Locator;
  readonly sendButton: Locator;
  readonly cancelButton: Locator;
  readonly senders: Locator;
  readonly cards: Locator;
  readonly alert: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.region = page.getByRole('region', { name: 'Request', exact: true });
    this.url = this.region.getByLabel('URL', { exact: true });
    this.headers = this.region.getByRole('textbox', { name: 'Headers' });
    this.body = this.region.getByRole('textbox', { name: 'Body' });
    this.functionName = this.region.getByLabel('Name of the function');
    this.arguments = this.region.getByRole('textbox', { name: 'Arguments' });
    this.sendButton = this.region.getByRole('button', { name: /^Send/u });
    this.cancelButton = this.region.getByRole('button', { name: 'Cancel', exact: true });
    this.senders = this.region.getByRole('group', { name: 'Send as' });
    this.cards = this.region.getByRole('article');
    this.alert = this.region.getByRole('alert').filter({ hasText: /\S/u });
  }

  async open(): Promise<void> {
    await this.#page.getByRole('tab', { name: 'Request' }).click();
    await this.region.waitFor();
  }

  async chooseKind(kind: 'HTTP request' | 'Function'): Promise<void> {
    await this.region.getByRole('radio', { name: kind }).click();
  }

  async chooseMethod(method: string): Promise<void> {
    await this.region.getByRole('button', { name: /Method$/u }).click();
    await this.#page.getByRole('option', { name: method, exact: true }).click();
  }

  async callFunction(name: string, args = '[]'): Promise<void> {
    await this.chooseKind('Function');
    await this.functionName.fill(name);
    await this.arguments.fill(args);
    await this.sendButton.click();
  }

  /** The answer as that account. */
  card(name: string): Locator {
    return this.region.getByRole('article', { name, exact: true });
  }

  /** Opens the choice of the accounts that a request goes out as. */
  async openSenders(): Promise<Locator> {
    await this.senders.getByRole('button', { name: 'Choose accounts…' }).click();
    const dialog = this.#page.getByRole('dialog', { name: 'Send as' });
    await dialog.waitFor();
    return dialog;
  }

  /** Beside those that are chosen already. */
  async alsoSendAs(...names: readonly string[]): Promise<void> {
    const dialog = await this.openSenders();
    for (const name of names) await dialog.getByRole('option', { name: new RegExp(`^${name}`, 'u') }).click();
    await dialog.getByRole('button', { name: 'Done' }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  async showDifferences(): Promise<void> {
    await this.region.getByRole('radio', { name: 'Differences' }).click();
  }

  async openBook(service: string): Promise<Locator> {
    await this.region.getByRole('button', { name: 'History' }).click();
    const dialog = this.#page.getByRole('dialog', { name: `Requests of ${service}` });
    await dialog.waitFor();
    return dialog;
  }
}
