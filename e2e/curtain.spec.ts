import type { Page } from 'playwright';
import { expect, test, type Hotseat } from './fixtures/hotseat.ts';
import { pixelsOf, roundedBoxOf, viewsInSight } from './fixtures/native-view.ts';
import { hasPageFocus } from './fixtures/page-in-sight.ts';
import { person } from './fixtures/person.ts';
import { clickOn, focusWindowOf, pressKeys, typeKeys } from './fixtures/real-keys.ts';
import { startSystemBrowser } from './fixtures/system-browser.ts';
import { titlesOf } from './fixtures/window-titles.ts';
import { HotseatScreen } from './screens/hotseat-screen.ts';
import { Workspace } from './screens/workspace.ts';

// Each looks at the real screen.
test.describe.configure({ timeout: 180_000 });

const green = [0, 120, 0] as const;
const pink = [250, 0, 120] as const;

/** Ana’s account, one at a time is logged in, and her page and the window’s own have colours that nothing else has. */
const settle = async (hotseat: Hotseat) => {
  const { window, pid } = hotseat;
  const screen = new HotseatScreen(window);
  await screen.createAccount(person('Ana'));
  const workspace = new Workspace(hotseat);
  const page = await workspace.inSight('directory://hotseat');
  await focusWindowOf(pid);
  const settings = await screen.openSettings();
  await settings.switchingRule(/^Is not there/u).click();
  await settings.close();
  await page.evaluate(([r, g, b]) => {
    document.body.style.background = `rgb(${r}, ${g}, ${b})`;
    document.body.style.minHeight = '100vh';
  }, green);
  await screen.activeUser.evaluate((seat, [r, g, b]) => {
    seat.style.background = `rgb(${r}, ${g}, ${b})`;
  }, pink);
  await workspace.inSight('directory://hotseat');
  const seen = async (): Promise<readonly ['page' | 'nothing', 'window' | 'nothing']> => [
    (await pixelsOf(hotseat.app, green)) > 1_000 ? 'page' : 'nothing',
    (await pixelsOf(hotseat.app, pink)) > 1_000 ? 'window' : 'nothing',
  ];
  await expect.poll(seen).toEqual(['page', 'window']);
  return { screen, workspace, page, seen, curtain: window.getByText('Hotseat is covered while') };
};

/** How many pages are in sight right after main has heard that the focus is gone: nothing is left to a later turn. */
const countPagesAtBlur = async ({ app }: Hotseat): Promise<() => Promise<unknown>> => {
  await app.evaluate(({ app: electron, BrowserWindow }) => {
    electron.once('browser-window-blur', () => {
      const views = BrowserWindow.getAllWindows()[0]?.contentView.children ?? [];
      Reflect.set(globalThis, 'pagesAtBlur', views.filter((view) => view.getVisible()).length);
    });
  });
  return () => app.evaluate((): unknown => Reflect.get(globalThis, 'pagesAtBlur'));
};

/**
 * Counts how often the curtain comes, from now on: by the time somebody looks it may have gone again. Right after
 * something has closed a busy computer may take longer to give the focus back than Hotseat waits: it comes and goes.
 */
const countCurtains = async (window: Page): Promise<() => Promise<unknown>> => {
  await window.evaluate(() => {
    Reflect.set(globalThis, 'curtains', 0);
    new MutationObserver((records) => {
      for (const { addedNodes } of records)
        for (const node of addedNodes)
          if (node.textContent?.includes('is covered while'))
            Reflect.set(globalThis, 'curtains', Number(Reflect.get(globalThis, 'curtains')) + 1);
    }).observe(document.body, { childList: true });
  });
  return () => window.evaluate((): unknown => Reflect.get(globalThis, 'curtains'));
};

test('H7: while another program has the focus nothing is seen of page or window; a press brings all of it back', async ({
  launch,
}) => {
  const hotseat = await launch();
  const { app, pid } = hotseat;
  const { workspace, page, seen, curtain } = await settle(hotseat);
  const stage = await roundedBoxOf(workspace.stage);
  const inPage = { x: stage.x + stage.width - 20, y: stage.y + stage.height - 20 };
  await clickOn(app, inPage);
  await expect.poll(() => hasPageFocus(hotseat)).toBe(true);

  const pagesAtBlur = await countPagesAtBlur(hotseat);
  const browser = await startSystemBrowser();
  await expect.poll(seen).toEqual(['nothing', 'nothing']);
  expect(await pagesAtBlur()).toBe(0);
  await expect(curtain).toBeVisible();
  expect(await viewsInSight(app)).toEqual([]);
  expect(titlesOf(pid), 'the title says what it says anyway').toEqual(['Ana — Hotseat']);

  await clickOn(app, inPage);
  await expect.poll(seen).toEqual(['page', 'window']);
  await expect(curtain).toBeHidden();
  await browser.close();

  await test.step('the keyboard focus is where it was', async () => {
    await expect.poll(() => hasPageFocus(hotseat)).toBe(true);
    await page.evaluate(() => {
      const field = document.createElement('input');
      field.id = 'heard';
      document.body.prepend(field);
      field.focus();
    });
    await typeKeys('back');
    await expect.poll(() => page.inputValue('#heard')).toBe('back');
  });
});

test('H7: what was open in the window is covered too, and its focus is where it was', async ({ launch }) => {
  const hotseat = await launch();
  const { screen, seen, curtain } = await settle(hotseat);
  const search = hotseat.window.getByRole('dialog', { name: 'Add account' });
  await screen.openAddAccount();
  const email = search.getByLabel('Email', { exact: true });
  await email.focus();
  await typeKeys('ana@');
  const browser = await startSystemBrowser();
  await expect(curtain).toBeVisible();
  await expect.poll(seen).toEqual(['nothing', 'nothing']);
  // A press on it is no press on what is behind: the dialog stays.
  const place = await roundedBoxOf(curtain);
  await clickOn(hotseat.app, { x: place.x + place.width, y: place.y });
  await expect(curtain).toBeHidden();
  await browser.close();
  await expect(email).toBeFocused();
  await typeKeys('x.org');
  await expect(email).toHaveValue('ana@x.org');
});

test('H7: a window of its page and a dialog of its own have the focus, and nothing is covered', async ({
  launch,
}) => {
  const hotseat = await launch();
  const { screen, workspace, page, curtain } = await settle(hotseat);
  const focusedTitle = () =>
    hotseat.app.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow()?.getTitle());
  const curtains = await countCurtains(hotseat.window);

  await page.evaluate(() => {
    document.addEventListener('click', () => open(location.href, 'own', 'width=400,height=300'), {
      once: true,
    });
  });
  await page.locator('body').click({ position: { x: 5, y: 5 } });
  await expect.poll(focusedTitle).toContain('directory://hotseat');
  expect(await curtains(), 'a window of the page that comes').toBe(0);
  await hotseat.app.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow()?.close());
  await expect.poll(focusedTitle).toBe('Ana — Hotseat');
  await expect(curtain, 'the window of the page has gone').toBeHidden();
  const beforeDialog = await curtains();

  const settings = await screen.openSettings();
  await settings.dialog.getByRole('button', { name: 'Look at it…' }).click();
  await hotseat.window.getByRole('dialog').getByRole('button', { name: 'Export…' }).click();
  await expect.poll(focusedTitle, 'the system’s dialog has the focus').toBeUndefined();
  expect(await curtains(), 'a dialog of the system').toBe(beforeDialog);
  await pressKeys('Escape');
  await expect.poll(focusedTitle).toBe('Ana — Hotseat');
  await expect(curtain, 'the dialog of the system has gone').toBeHidden();
  await hotseat.window.keyboard.press('Escape');
  await workspace.inSight('directory://hotseat');
});
