import { basename } from 'node:path';
import { canary, searchBytes, searchFolder, searchProcesses } from './fixtures/canaries.ts';
import { expect, test } from './fixtures/hotseat.ts';
import { tokensInMain } from './fixtures/main-heap.ts';
import { person } from './fixtures/person.ts';
import { AccountDialog } from './screens/account-dialog.ts';
import { HotseatScreen } from './screens/hotseat-screen.ts';

test.skip(process.platform !== 'linux', 'argument lists and environments are looked at in /proc');

// A look into main's memory takes seconds, and more on a busy computer.
test.describe.configure({ timeout: 240_000 });

/** Everything that Chromium, Electron and Node can be made to print. */
const mostVerbose = {
  args: ['--enable-logging=stderr', '--v=2'],
  env: {
    ELECTRON_ENABLE_LOGGING: '1',
    ELECTRON_ENABLE_STACK_DUMPING: '1',
    NODE_DEBUG: 'http,https,net,tls,undici,worker',
  },
} as const;

test('E6: argument lists and environments say of no account more than its id', async ({ launch }) => {
  const hotseat = await launch();
  const screen = new HotseatScreen(hotseat.window);
  const people = ['Ana', 'Ben'].map((name) => ({ ...person(name), name: canary(name, 'name') }));
  for (const somebody of people) await screen.createAccount(somebody);
  for (const { name } of people) {
    await screen.accounts.row(name).click();
    await (await screen.notebookOf(name)).add('a note');
  }
  const found = await searchProcesses(hotseat.pid, [basename(hotseat.profile)]);
  expect(found.length, 'what is there is found').toBeGreaterThan(1);
  const secrets = people.flatMap(({ name, email, password }) => [name, email, password]);
  const tokens = await tokensInMain(hotseat);
  expect(tokens.length).toBeGreaterThan(0);
  expect(await searchProcesses(hotseat.pid, [...secrets, ...tokens])).toEqual([]);
});

test('G4: with all that can be logged, through errors and a crash, no token is printed or written', async ({
  launch,
}) => {
  const hotseat = await launch(mostVerbose);
  const screen = new HotseatScreen(hotseat.window);
  const ana = person('Ana');
  await screen.createAccount(ana);
  await (await screen.notebookOf('Ana')).add('a note');
  await screen.accounts.choose('Ana', 'Log out');
  await screen.accounts.choose('Ana', 'Log in again');
  const dialog = new AccountDialog(hotseat.window, 'Log in again as Ana');
  await dialog.submitPassword(canary('Ana', 'password'));
  await expect(dialog.dialog.getByRole('alert')).toBeVisible({ timeout: 20_000 });
  await dialog.submitPassword(ana.password);
  await dialog.dialog.waitFor({ state: 'detached' });
  await (await screen.notebookOf('Ana')).add('another');
  const tokens = await tokensInMain(hotseat);
  expect(tokens.length).toBeGreaterThan(0);
  for (const token of tokens)
    await hotseat.app.evaluate((_electron, text) => {
      setImmediate(() => void Promise.reject(new Error('refused', { cause: new Error(`with ${text}`) })));
    }, token);
  await expect.poll(() => hotseat.output(), { timeout: 20_000 }).toContain('a rejection was not handled');
  // Main ends as a fault in native code would end it; the answer to this never comes.
  await hotseat.app.evaluate(() => process.crash()).catch(() => undefined);
  await hotseat.kill();
  expect(hotseat.output(), 'it was verbose').toContain('VERBOSE');
  expect(searchBytes(Buffer.from(hotseat.output()), 'what was printed', tokens)).toEqual([]);
  expect(await searchFolder(hotseat.profile, tokens), 'the profile, with logs and dumps').toEqual([]);
});
