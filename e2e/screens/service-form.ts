import type { Locator, Page } from 'playwright';

export interface AppServicesServer {
  readonly name: string;
  readonly baseUrl: string;
  readonly appId: string;
  readonly workspaceUrl?: string;
}

export interface Issuer {
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret?: string;
  readonly scopes?: string;
  readonly apiOrigins?: readonly string[];
  readonly workspaceUrl?: string;
  readonly redirectPort?: number;
}

export interface Website {
  readonly name: string;
  readonly url: string;
  readonly signInOrigins?: readonly string[];
  readonly signInCookie?: string;
}

export type ServiceKind = 'App Services server' | 'OpenID Connect issuer' | 'Website';

/** The form of a service in the settings. */
export class ServiceForm {
  readonly alert: Locator;
  readonly checkButton: Locator;
  readonly addButton: Locator;
  readonly saveButton: Locator;
  /** What the service said when it was asked. */
  readonly offer: Locator;
  readonly #dialog: Locator;
  readonly #page: Page;

  constructor(dialog: Locator, page: Page) {
    this.#dialog = dialog;
    this.#page = page;
    this.alert = dialog.getByRole('alert');
    this.checkButton = dialog.getByRole('button', { name: /^Check( again)?$/u });
    this.addButton = dialog.getByRole('button', { name: 'Add', exact: true });
    this.saveButton = dialog.getByRole('button', { name: 'Save', exact: true });
    this.offer = dialog.getByRole('status').filter({ hasText: 'The service is there.' });
  }

  field(label: string): Locator {
    return this.#dialog.getByLabel(label, { exact: true });
  }

  async chooseKind(kind: ServiceKind): Promise<void> {
    await this.#dialog.getByRole('button', { name: /Kind$/u }).click();
    await this.#page.getByRole('option', { name: kind }).click();
  }

  async fillServer({ name, baseUrl, appId, workspaceUrl }: AppServicesServer): Promise<void> {
    await this.chooseKind('App Services server');
    await this.field('Name').fill(name);
    await this.field('Base URL').fill(baseUrl);
    await this.field('App id').fill(appId);
    if (workspaceUrl !== undefined) await this.field('Workspace URL').fill(workspaceUrl);
  }

  async fillIssuer(issuer: Issuer): Promise<void> {
    await this.chooseKind('OpenID Connect issuer');
    await this.field('Name').fill(issuer.name);
    await this.field('Issuer').fill(issuer.issuer);
    await this.field('Client id').fill(issuer.clientId);
    if (issuer.clientSecret !== undefined) await this.field('Client secret').fill(issuer.clientSecret);
    if (issuer.scopes !== undefined) await this.field('Scopes').fill(issuer.scopes);
    if (issuer.apiOrigins) await this.field('API origins').fill(issuer.apiOrigins.join('\n'));
    if (issuer.workspaceUrl !== undefined) await this.field('Workspace URL').fill(issuer.workspaceUrl);
    if (issuer.redirectPort === undefined) return;
    await this.#dialog.getByRole('button', { name: 'Advanced' }).click();
    await this.field('Redirect port').fill(String(issuer.redirectPort));
  }

  async fillWebsite({ name, url, signInOrigins = [], signInCookie = '' }: Website): Promise<void> {
    await this.chooseKind('Website');
    await this.field('Name').fill(name);
    await this.field('Address').fill(url);
    await this.field('Sign-in origins').fill(signInOrigins.join('\n'));
    await this.field('Sign-in cookie').fill(signInCookie);
  }

  /** Asks the service and waits for what it offers. */
  async check(): Promise<void> {
    await this.checkButton.click();
    await this.offer.waitFor();
  }

  /** Checks and adds, as a person would who expects what is offered. */
  async checkAndAdd(): Promise<void> {
    await this.check();
    await this.addButton.click();
    await this.addButton.waitFor({ state: 'detached' });
  }
}
