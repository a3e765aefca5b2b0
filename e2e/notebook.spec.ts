import { canary } from './fixtures/canaries.ts';
import { expect, test } from './fixtures/hotseat.ts';
import { heapOf } from './fixtures/page-heap.ts';
import { person } from './fixtures/person.ts';
import { HotseatScreen } from './screens/hotseat-screen.ts';

test('draft and scroll survive a switch there and back, and a reload', async ({ launch }) => {
  const { app, window } = await launch();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(800, 480));
  const screen = new HotseatScreen(window);
  await screen.createAccount(person('Ana'));
  const anas = await screen.notebookOf('Ana');
  for (let count = 1; count <= 15; count += 1) {
    await anas.add(`note ${count}`);
    await expect(anas.notes).toHaveCount(count);
  }
  await anas.newNote.fill('half a thought');
  await anas.page.evaluate(() => scrollTo(0, 300));
  await screen.createAccount(person('Ben'));
  await screen.notebookOf('Ben');
  await screen.accounts.row('Ana').click();
  const again = await screen.notebookOf('Ana');
  expect(again.page, 'the page was only hidden').toBe(anas.page);
  await expect(again.newNote).toHaveValue('half a thought');
  expect(await again.page.evaluate(() => scrollY)).toBe(300);

  await again.page.reload();
  await expect(again.notes).toHaveCount(15);
  await expect(again.newNote).toHaveValue('half a thought');
  await expect.poll(() => again.page.evaluate(() => scrollY)).toBe(300);
});

test('the page has the typeface of the window, and the language of whoever reads it', async ({ launch }) => {
  const { window } = await launch();
  const screen = new HotseatScreen(window);
  await screen.createAccount(person('Ana'));
  const { page } = await screen.notebookOf('Ana');
  const loaded = await page.evaluate(async () => {
    const faces = await document.fonts.load('1rem "Atkinson Hyperlegible Next"', 'až');
    return faces.map(({ status }) => status);
  });
  expect(loaded).toEqual(['loaded', 'loaded']);

  await page.addInitScript(() => Object.defineProperty(navigator, 'languages', { value: ['de-AT'] }));
  await page.reload();
  const notebook = page.getByRole('region', { name: 'Notizbuch' });
  await expect(notebook).toContainText('Nur Ana kann es lesen.');
  await notebook.getByLabel('Neue Notiz').fill('Milch');
  await notebook.getByRole('button', { name: 'Notiz hinzufügen' }).click();
  await expect(notebook.getByRole('list', { name: 'Notizen' }).getByRole('listitem')).toHaveCount(1);
  await expect(notebook.getByRole('button', { name: 'Notiz entfernen: Milch' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de-AT');
  await expect(page).toHaveTitle('Notizbuch');
});

test('notes of two accounts never mix, and both are shown as text only', async ({ launch }) => {
  const { window } = await launch();
  const screen = new HotseatScreen(window);
  const attack = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
  for (const name of ['Ana', 'Ben']) {
    await screen.createAccount(person(name));
    const notebook = await screen.notebookOf(name);
    await notebook.add(`${attack} of ${name}`);
    await expect(notebook.notes).toHaveCount(1);
  }
  for (const name of ['Ana', 'Ben', 'Ana']) {
    await screen.accounts.row(name).click();
    const notebook = await screen.notebookOf(name);
    await notebook.page.reload();
    await expect(notebook.notes).toHaveText([new RegExp(`of ${name}`, 'u')]);
    await expect(notebook.notes.first()).toContainText(attack);
    await expect(notebook.region.locator('img, script')).toHaveCount(0);
    expect(await notebook.page.title()).toBe('Notebook');
  }
});

test('F4: a page sees no token, asks nobody but its own origin, and is refused what would hand one out', async ({
  launch,
}) => {
  const { window } = await launch();
  const screen = new HotseatScreen(window);
  await screen.createAccount(person('Ana'));
  const { page, notes, add } = await withRequests(await screen.notebookOf('Ana'));
  await add(canary('Ana', 'note'));
  await expect(notes).toHaveCount(1);
  expect(await page.evaluate(everythingInReach), 'storage and cookies').toEqual([]);
  // Every token of the directory is a JWT, and begins like this.
  await page.evaluate(
    (parts) => Object.assign(globalThis, { kept: parts.join('') }),
    ['some text', ' of the page'],
  );
  const heap = await heapOf(page);
  expect(heap).toContain('some text of the page');
  expect(heap).not.toContain('eyJhbGciOi');
  const answers = await page.evaluate(async () => {
    const api = 'api/client/v2.0';
    const asked = [
      ['POST', `${api}/app/hotseat-directory/auth/providers/anon-user/login`],
      ['POST', `${api}/auth/session`],
      ['POST', `${api}/auth/api_keys`],
      ['DELETE', `${api}/auth/delete`],
      ['GET', `${api}/auth/profile`],
      ['GET', `${api}/app/hotseat-directory/location`],
    ] as const;
    return Promise.all(
      asked.map(async ([method, path]) => {
        const response = await fetch(path, { method, headers: { authorization: 'Bearer mine' } });
        return [response.status, await response.text(), [...response.headers.keys()].toSorted()] as const;
      }),
    );
  });
  expect(answers.map(([status]) => status)).toEqual([403, 403, 403, 403, 200, 200]);
  for (const [, text] of answers) expect(text).not.toMatch(/eyJhbGciOi/u);
  expect(answers[5]?.[1]).toContain('"hostname":"directory://hotseat"');
});

test('who is not the page itself gets no token: a worker, and an address that is opened', async ({
  launch,
}) => {
  const { window } = await launch();
  const screen = new HotseatScreen(window);
  await screen.createAccount(person('Ana'));
  const { page } = await screen.notebookOf('Ana');
  // Its own policy allows no workers; without it they would still be told apart.
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Page.setBypassCSP', { enabled: true });
  await page.reload();
  const path = 'api/client/v2.0/auth/profile';
  const statuses = await page.evaluate(async (asked) => {
    const own = await fetch(asked).then(({ status }) => status);
    const inWorker = await new Promise((answer) => {
      const source = new Blob([
        `fetch('directory://hotseat/${asked}').then(({ status }) => postMessage(status))`,
      ]);
      const worker = new Worker(URL.createObjectURL(source));
      worker.addEventListener('message', ({ data }) => answer(data));
    });
    return { own, inWorker };
  }, path);
  expect(statuses).toEqual({ own: 200, inWorker: 401 });
  const opened = await page.goto(`directory://hotseat/${path}`);
  expect(opened?.status()).toBe(401);
});

type Opened = Awaited<ReturnType<HotseatScreen['notebookOf']>>;

/** Fails when a request of the page goes anywhere but to its own origin. */
const withRequests = async (notebook: Opened) => {
  notebook.page.on('request', (request) => {
    expect(request.url()).toMatch(/^directory:\/\/hotseat\//u);
  });
  await notebook.page.reload();
  return { page: notebook.page, notes: notebook.notes, add: (text: string) => notebook.add(text) };
};

const everythingInReach = (): string[] => [
  ...Object.keys(localStorage),
  ...Object.keys(sessionStorage),
  ...(document.cookie === '' ? [] : [document.cookie]),
];
