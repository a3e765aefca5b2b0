import type { Locator } from 'playwright';

/** Logging in on an issuer's own page, in the dialog that adds an account or logs one in again. */
export class IssuerLogIn {
  readonly inBrowser: Locator;
  readonly byDeviceCode: Locator;
  readonly openAgain: Locator;
  readonly openHere: Locator;
  readonly copyAddress: Locator;
  readonly cancel: Locator;
  /** The device code; its text has the code, and the code spelled. */
  readonly code: Locator;
  readonly qrCode: Locator;
  readonly timeLeft: Locator;
  readonly alert: Locator;

  constructor(dialog: Locator) {
    const button = (name: string) => dialog.getByRole('button', { name, exact: true });
    this.inBrowser = button('Continue in the browser');
    this.byDeviceCode = button('Use a code on another device');
    this.openAgain = button('Open again');
    this.openHere = button('Open on this computer');
    this.copyAddress = button('Copy address');
    this.cancel = button('Cancel');
    this.code = dialog.getByRole('group', { name: 'Code' });
    this.qrCode = dialog.getByRole('img', { name: /^QR code that opens the page at / });
    this.timeLeft = dialog.getByRole('timer');
    this.alert = dialog.getByRole('alert');
  }

  /** The code as it must be typed. */
  async userCode(): Promise<string> {
    return (await this.code.locator('[aria-hidden=true]').textContent()) ?? '';
  }
}
