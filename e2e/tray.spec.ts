import { expect, test } from './fixtures/hotseat.ts';
import { person } from './fixtures/person.ts';
import { startTrayHost, type TrayHost } from './fixtures/tray-host.ts';
import { titlesOf } from './fixtures/window-titles.ts';
import { HotseatScreen } from './screens/hotseat-screen.ts';
import { setUpPin, UnlockDialog } from './screens/locks.ts';

test.skip(process.platform !== 'linux', 'The tray of other systems cannot be read.');

const pin = '493716';

let tray: TrayHost;
test.beforeEach(async () => {
  tray = await startTrayHost();
});
test.afterEach(() => tray.stop());

const labels = async () => (await tray.lines()).map(({ label }) => label);
const ticked = async () => (await tray.lines()).filter(({ isTicked }) => isTicked).map(({ label }) => label);

test('the tray shows who is active, switches, and says no more of who is locked', async ({ launch }) => {
  const { window, pid } = await launch();
  const screen = new HotseatScreen(window);
  await expect.poll(() => tray.iconCount()).toBe(1);
  const { pixels: plain } = await tray.picture();
  await screen.createAccount(person('Ana'));
  await screen.createAccount(person('Ben'));
  await expect.poll(() => tray.tooltip()).toBe('Hotseat: Ben is active');
  await expect.poll(ticked).toEqual(['Ben']);
  // The window draws a mark, so that the icon has it a moment after the tooltip.
  await expect.poll(async () => (await tray.picture()).pixels.equals(plain)).toBe(false);
  const ofBen = await tray.picture();

  await tray.choose('Ana');
  await expect(screen.activeUser).toContainText('Ana');
  await expect.poll(() => tray.tooltip()).toBe('Hotseat: Ana is active');
  await expect.poll(ticked).toEqual(['Ana']);
  await expect
    .poll(async () => {
      const { pixels } = await tray.picture();
      return pixels.equals(ofBen.pixels) || pixels.equals(plain);
    })
    .toBe(false);

  await test.step('a lock', async () => {
    await setUpPin(screen, 'Ana', pin);
    await tray.choose('Lock');
    await expect.poll(() => tray.tooltip()).toBe('Hotseat: nobody is active');
    await expect.poll(labels).toContain('Ana (locked)');
    expect(titlesOf(pid)).toEqual(['Hotseat']);
    expect((await tray.picture()).pixels.equals(plain)).toBe(true);
    await tray.choose('Ana (locked)');
    await new UnlockDialog(window, 'Ana').guess(pin);
    await expect.poll(() => tray.tooltip()).toBe('Hotseat: Ana is active');
  });
});
