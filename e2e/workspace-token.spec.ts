import type { Page } from 'playwright';
import { askEveryhow, carrying, notCarrying } from './fixtures/asking-everyhow.ts';
import { searchBytes, searchFolder } from './fixtures/canaries.ts';
import { expect, newProfile } from './fixtures/hotseat.ts';
import { person } from './fixtures/person.ts';
import { authorizationsOf, screensOf, test } from './fixtures/shop.ts';

// Each test runs Hotseat, a server of accounts and up to three websites.
test.describe.configure({ timeout: 180_000 });

test('C5, C8: the token goes with what the service’s own page asks its API for, and with nothing else', async ({
  launch,
  shop,
}) => {
  const { own, api, foreign } = shop;
  const profile = await newProfile();
  const hotseat = await launch({ profile });
  const page = await shop.settle(hotseat, ['Ana']);
  await askEveryhow(page, { own: own.origin, api: api.origin, foreign: foreign.origin });
  const paths = [...carrying, ...notCarrying];
  await expect
    .poll(() => paths.filter((path) => authorizationsOf(api, path).length === 0), { timeout: 15_000 })
    .toEqual([]);
  const token = authorizationsOf(api, '/fetch')[0]?.slice('Bearer '.length) ?? '';
  expect(token).toMatch(/^ey[\w-]+\.ey[\w-]+\.[\w-]+$/u);
  for (const path of carrying)
    expect(new Set(authorizationsOf(api, path)), path).toEqual(new Set([`Bearer ${token}`]));
  for (const path of notCarrying)
    expect(new Set(authorizationsOf(api, path)), path).toEqual(new Set([undefined]));
  for (const { method, path, headers } of api.asked)
    if (method === 'OPTIONS') expect(headers.authorization, `preflight of ${path}`).toBeUndefined();

  // The canary of this test is the token itself.
  for (const site of [own, foreign])
    expect(searchBytes(Buffer.from(JSON.stringify(site.asked)), site.origin, [token])).toEqual([]);
  for (const way of ['fetch', 'xhr', 'image']) {
    expect(authorizationsOf(foreign, `/foreign-after-api-by-${way}`), way).toEqual([undefined]);
    expect(authorizationsOf(own, `/own-after-api-by-${way}`), way).toEqual([undefined]);
  }
  const seen = await page.evaluate(async (url) => {
    const answer = await fetch(url);
    return JSON.stringify([
      document.documentElement.outerHTML,
      Object.entries(localStorage),
      document.cookie,
      performance.getEntries(),
      Array.from(answer.headers),
      await answer.text(),
    ]);
  }, `${api.origin}/fetch`);
  expect(seen).not.toContain(token);
  expect(hotseat.output()).not.toContain(token);
  await hotseat.close();
  expect(await searchFolder(profile, [token])).toEqual([]);
});

test('C9: what an account has under way stays its own when another comes in, and ends when it leaves', async ({
  launch,
  shop,
}) => {
  const { api } = shop;
  const hotseat = await launch();
  const { screen } = screensOf(hotseat);
  const anas = await shop.settle(hotseat, ['Ana']);
  const anasToken = await shop.bearerAt(anas, '/ana');
  const connect = (page: Page, name: string) =>
    page.evaluate(
      (url) =>
        new Promise<void>((settled) => {
          const socket = new WebSocket(url);
          Reflect.set(globalThis, 'socket', socket);
          socket.addEventListener('open', () => settled());
        }),
      `${api.origin.replace('http', 'ws')}/${name}`,
    );
  await connect(anas, 'socket-of-ana');
  await shop.create(screen, person('Ben'));
  const bens = await shop.switchTo(hotseat, 'Ben', anas);
  const bensToken = await shop.bearerAt(bens, '/ben');
  expect(bensToken).not.toBe(anasToken);
  await connect(bens, 'socket-of-ben');
  expect(api.openSockets()).toBe(2);
  // Ana's page is alive, and acts as Ana still.
  expect(await shop.bearerAt(anas, '/ana-behind')).toBe(anasToken);
  expect(authorizationsOf(api, '/socket-of-ana')).toEqual([`Bearer ${anasToken}`]);
  expect(authorizationsOf(api, '/socket-of-ben')).toEqual([`Bearer ${bensToken}`]);
  await screen.accounts.choose('Ana', 'Log out');
  await expect.poll(() => api.openSockets()).toBe(1);
  expect(await shop.bearerAt(bens, '/ben-after')).toBe(bensToken);
});

test('T27: a token that the API refuses is renewed for the next request, once', async ({ launch, shop }) => {
  const { api } = shop;
  const hotseat = await launch();
  const page = await shop.settle(hotseat, ['Ana']);
  const before = await shop.bearerAt(page, '/before');
  await page.evaluate((url) => Promise.all([1, 2, 3].map(() => fetch(url))), `${api.origin}/refused`);
  await expect
    .poll(async () => {
      await page.evaluate((url) => fetch(url), `${api.origin}/after`);
      return authorizationsOf(api, '/after').at(-1);
    })
    .not.toBe(`Bearer ${before}`);
  const renewed = authorizationsOf(api, '/after').at(-1);
  expect(renewed).toMatch(/^Bearer ey/u);
  // The service gives another token at every renewal: three refusals of one token were one renewal.
  for (let n = 0; n < 3; n += 1) await page.evaluate((url) => fetch(url), `${api.origin}/again`);
  expect(new Set(authorizationsOf(api, '/again'))).toEqual(new Set([renewed]));
});
