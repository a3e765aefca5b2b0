import { selfSigned, startFaultServer } from './fixtures/fault-server.ts';
import { expect } from './fixtures/hotseat.ts';
import { person } from './fixtures/person.ts';
import { screensOf, test } from './fixtures/shop.ts';

// Each test runs Hotseat, a server of accounts and up to three websites.
test.describe.configure({ timeout: 180_000 });

test('F3, F7: a page has nothing of Hotseat’s, and is granted nothing that another account would notice', async ({
  launch,
  shop,
}) => {
  const hotseat = await launch();
  const page = await shop.settle(hotseat, ['Ana']);
  expect(
    await page.evaluate(() =>
      ['hotseat', 'require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer', 'global'].filter(
        (name) => name in globalThis,
      ),
    ),
  ).toEqual([]);
  const answers = await page.evaluate(async () => {
    const outcome = async (request: () => Promise<unknown>): Promise<string> => {
      try {
        return String(await request());
      } catch (cause) {
        return cause instanceof Error || cause instanceof DOMException ? cause.name : 'denied';
      }
    };
    const state = (name: string) =>
      outcome(async () => {
        const query: unknown = Reflect.get(navigator.permissions, 'query');
        const found: unknown =
          typeof query === 'function'
            ? await Reflect.apply(query, navigator.permissions, [{ name }])
            : undefined;
        return found instanceof Object ? Reflect.get(found, 'state') : 'absent';
      });
    return {
      notifications: await outcome(() => Notification.requestPermission()),
      camera: await outcome(() => navigator.mediaDevices.getUserMedia({ video: true })),
      screen: await outcome(() => navigator.mediaDevices.getDisplayMedia()),
      reading: await outcome(() => navigator.clipboard.readText()),
      midi: await outcome(() => navigator.requestMIDIAccess()),
      pointer: await outcome(async () => document.body.requestPointerLock()),
      place: await outcome(
        () =>
          new Promise((settled, refuse) => {
            navigator.geolocation.getCurrentPosition(settled, ({ code }) => refuse(new Error(String(code))));
          }),
      ),
      states: await Promise.all(
        ['camera', 'microphone', 'geolocation', 'notifications', 'clipboard-read', 'midi'].map(state),
      ),
    };
  });
  const { notifications, states, ...others } = answers;
  expect(notifications).toBe('denied');
  expect(new Set(states)).toEqual(new Set(['denied']));
  for (const [name, answer] of Object.entries(others)) expect(answer, name).toMatch(/Error$/u);
});

test('C6: a page whose server cannot prove who it is is not shown, and has no way around that', async ({
  launch,
  shop,
}) => {
  const liar = await startFaultServer(
    (_request, response) => {
      response.end('secret');
    },
    await selfSigned(),
  );
  try {
    const hotseat = await launch();
    const { screen, workspace } = screensOf(hotseat);
    await shop.addTo(screen, `${liar.origin}/`);
    await shop.create(screen, person('Ana'));
    await expect(workspace.alert).toContainText('cannot be trusted');
    await expect(workspace.region.getByRole('button', { name: /anyway|continue|proceed/iu })).toHaveCount(0);
    await workspace.expectNoneInSight();
    expect(liar.received).toEqual([]);
  } finally {
    await liar.stop();
  }
});
