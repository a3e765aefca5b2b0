import type { Locator, Page } from 'playwright';
import { AccountDetails } from './account-details.ts';
import { AccountDialog, type Credentials } from './account-dialog.ts';
import { AccountList } from './account-list.ts';
import { findNotebook, type Notebook } from './notebook.ts';
import type { AppServicesServer, Issuer, ServiceForm } from './service-form.ts';
import { Settings } from './settings.ts';

/** The window as a person meets it: everything by role and accessible name. */
export class HotseatScreen {
  readonly page: Page;
  readonly accounts: AccountList;
  readonly activeUser: Locator;
  readonly addAccountButton: Locator;
  readonly alert: Locator;
  readonly sessionStorage: Locator;

  constructor(page: Page) {
    this.page = page;
    this.accounts = new AccountList(page);
    this.activeUser = page.getByRole('status', { name: 'Active user' });
    this.addAccountButton = page.getByRole('button', { name: 'Add account', exact: true });
    this.alert = page.getByRole('alert');
    this.sessionStorage = page.getByRole('region', { name: 'Session storage' });
  }

  /** Of the account with that name, as soon as it is in sight. */
  notebookOf(name: string): Promise<Notebook> {
    return findNotebook(this.page, name);
  }

  async openAddAccount(): Promise<AccountDialog> {
    await this.addAccountButton.click();
    const dialog = new AccountDialog(this.page);
    await dialog.dialog.waitFor();
    return dialog;
  }

  async openSettings(): Promise<Settings> {
    await this.page.getByRole('button', { name: 'Settings', exact: true }).click();
    const settings = new Settings(this.page);
    await settings.dialog.waitFor();
    return settings;
  }

  /** Adds a service in the settings: checks it, accepts what it offers, and closes them. */
  async addServer(server: AppServicesServer): Promise<void> {
    await this.#addService((form) => form.fillServer(server), server.name);
  }

  async addIssuer(issuer: Issuer): Promise<void> {
    await this.#addService((form) => form.fillIssuer(issuer), issuer.name);
  }

  async openDetails(name: string): Promise<AccountDetails> {
    await this.accounts.choose(name, 'Details…');
    const details = new AccountDetails(this.page, name);
    await details.dialog.waitFor();
    return details;
  }

  /** The details that are open now, under a name that has just become another. */
  async detailsNow(name: string): Promise<AccountDetails> {
    const details = new AccountDetails(this.page, name);
    await details.dialog.waitFor();
    return details;
  }

  /** Creates an account in the directory and waits until it is in the list. */
  async createAccount(credentials: Credentials): Promise<void> {
    const dialog = await this.openAddAccount();
    await dialog.submitCreateAccount(credentials);
    await dialog.dialog.waitFor({ state: 'detached' });
    await this.accounts.row(credentials.name ?? credentials.email).waitFor();
  }

  removal(name: string): Locator {
    return this.page.getByRole('alertdialog', { name: `Remove ${name}?` });
  }

  async remove(name: string): Promise<void> {
    await this.accounts.choose(name, 'Remove from this computer…');
    await this.removal(name).getByRole('button', { name: 'Remove', exact: true }).click();
  }

  async #addService(fill: (form: ServiceForm) => Promise<void>, name: string): Promise<void> {
    const settings = await this.openSettings();
    const form = await settings.addService();
    await fill(form);
    await form.checkAndAdd();
    await settings.service(name).waitFor();
    await settings.close();
  }
}
