import { expect, test, type Hotseat } from './fixtures/hotseat.ts';
import { heapOfMain } from './fixtures/main-heap.ts';
import { heapOf } from './fixtures/page-heap.ts';
import { person } from './fixtures/person.ts';
import { HotseatScreen } from './screens/hotseat-screen.ts';
import { setUpPin } from './screens/locks.ts';

/** Long, so that it is in no heap by chance. */
const pin = '493716028551';

/** A header and a payload of a JWT, and as much of its signature as there is. */
const token = /eyJ[\w-]{10,}\.eyJ[\w-]{20,}\.[\w-]{20,}/gu;

test('F4: what was typed, handed out or granted is in no page’s memory, and of who is locked not in main’s', async ({
  launch,
}) => {
  test.setTimeout(180_000);
  const hotseat = await launch();
  const { window: page } = hotseat;
  const screen = new HotseatScreen(page);
  const people = [person('Ana'), person('Ben')];
  const notebooks = [];
  for (const { name, email, password } of people) {
    await screen.createAccount({ name, email, password });
    const notebook = await screen.notebookOf(name);
    await notebook.add(`a note of ${name}`);
    await expect(notebook.notes).toHaveCount(1);
    await setUpPin(screen, name, pin);
    notebooks.push({ name, notebook });
  }
  const details = await screen.openDetails('Ben');
  await details.createApiKey('build');
  const key = await clipboardOf(hotseat);
  expect(key).toMatch(/^[\w-]{64}$/u);
  await page.keyboard.press('Escape');
  await details.dialog.waitFor({ state: 'detached' });

  const secrets = [...people.map(({ password }) => password), key, pin];
  const secretsIn = (heap: string): readonly string[] => [
    ...secrets.filter((secret) => heap.includes(secret)),
    ...new Set(heap.match(token)),
  ];

  await test.step('of the window', async () => {
    const heap = await heapOf(page);
    expect(heap, 'what is there is found').toContain(people[0]?.email);
    expect(secretsIn(heap)).toEqual([]);
  });
  // A page holds what its own service has given to it: its account's notes and name, and nothing to prove it by.
  for (const { name, notebook } of notebooks)
    await test.step(`of the workspace of ${name}`, async () => {
      const heap = await heapOf(notebook.page);
      expect(heap, 'what is there is found').toContain(`a note of ${name}`);
      expect(secretsIn(heap)).toEqual([]);
    });
  await test.step('of main, while all are locked', async () => {
    expect((await heapOfMain(hotseat)).match(token), 'before, tokens are found').not.toBeNull();
    await page.evaluate(() => window.hotseat.execute('lockAll', undefined));
    await expect(screen.activeUser).toContainText('Nobody is active');
    await expect
      .poll(async () => secretsIn(await heapOfMain(hotseat)), { timeout: 60_000, intervals: [500] })
      .toEqual([]);
  });
});

const clipboardOf = ({ app }: Hotseat): Promise<string> =>
  app.evaluate(({ clipboard }) => clipboard.readText());
