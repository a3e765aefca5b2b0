import { writeFile } from 'node:fs/promises';
import { axeOn } from './fixtures/axe.ts';
import { cutOffIn } from './fixtures/cut-off.ts';
import { onEveryScreen, resize } from './fixtures/every-screen.ts';
import { expect, test } from './fixtures/hotseat.ts';
import { plainEnglishIn, speak } from './fixtures/languages.ts';
import { pictureOfWindow } from './fixtures/window-picture.ts';

test.describe.configure({ timeout: 300_000 });

const large = [1080, 720] as const;
const smallest = [480, 400] as const;

test('in a long language, and in one from right to left, nothing is in no catalogue, and nothing is cut off', async ({
  launch,
}, testInfo) => {
  const hotseat = await launch();
  const { app, window } = hotseat;
  const found: Record<string, unknown> = {};
  await onEveryScreen(hotseat, async (name) => {
    for (const language of ['en-XA', 'ar-XB'] as const) {
      await speak(window, language);
      for (const size of [smallest, large]) {
        await resize(hotseat, size);
        const plain = language === 'en-XA' ? await plainEnglishIn(window) : [];
        const cut = await cutOffIn(window);
        const where = `${name} ${language} ${size[0]}`;
        if (plain.length + cut.length > 0) found[where] = { plain, cut };
        await writeFile(testInfo.outputPath(`${where}.png`), await pictureOfWindow(app));
      }
    }
    await speak(window, 'en');
  });
  expect(found).toEqual({});
});

test('with text of double size in the smallest window nothing is cut off', async ({ launch }, testInfo) => {
  const hotseat = await launch();
  const { app, window } = hotseat;
  const found: Record<string, unknown> = {};
  const writeIn = (textPercent: number) =>
    window.evaluate(
      async (percent) =>
        void (await globalThis.window.hotseat.execute('changeSettings', { textPercent: percent })),
      textPercent,
    );
  await onEveryScreen(hotseat, async (name) => {
    await writeIn(200);
    await resize(hotseat, smallest);
    await expect.poll(() => window.evaluate(() => document.documentElement.style.fontSize)).toBe('200%');
    const cut = await cutOffIn(window);
    if (cut.length > 0) found[name] = cut;
    await writeFile(testInfo.outputPath(`${name} 200.png`), await pictureOfWindow(app));
    await resize(hotseat, large);
    await writeIn(100);
  });
  expect(found).toEqual({});
});

test('axe finds nothing in high contrast and in forced colours, light and dark', async ({
  launch,
}, testInfo) => {
  const hotseat = await launch();
  const { app, window } = hotseat;
  await window.evaluate(
    async () => void (await globalThis.window.hotseat.execute('changeSettings', { hasHighContrast: true })),
  );
  await onEveryScreen(hotseat, async (name) => {
    await axeOn(window)(`${name}, high contrast`);
    await window.emulateMedia({ forcedColors: 'active' });
    // Colours are the system’s then, and axe reads those that they stand for.
    await axeOn(window, ['color-contrast'])(`${name}, forced colours`);
    await writeFile(testInfo.outputPath(`${name} forced.png`), await pictureOfWindow(app));
    await window.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
  });
});
