import { z } from 'zod';
import { expect, test, type Hotseat } from '../../e2e/fixtures/hotseat.ts';
import { person } from '../../e2e/fixtures/person.ts';
import { HotseatScreen } from '../../e2e/screens/hotseat-screen.ts';
import { amount, seed, tally } from '../tally.ts';
import { mainHeapMbOf } from './main-heap-size.ts';
import { malformedMessages, sendingScript, type MalformedMessage } from './malformed-message.ts';

const count = amount({ sample: 2_000, campaign: 100_000 });
const batch = 500;
/** What main may hold more after all of it, for whatever it has compiled meanwhile. */
const heapMarginMb = 16;
/** Of main's own time, which does not depend on what else the computer does. */
const processorMsForOne = 5;

const answersSchema = z.record(z.string(), z.number());

test.describe.configure({ timeout: 120_000 + count * 20 });

test(`F1, F2: ${count} malformed messages from the page get typed errors, change nothing and leave nothing`, async ({
  launch,
}) => {
  const hotseat = await launch();
  await withTwoAccounts(hotseat);
  const before = await snapshotOf(hotseat);
  const answers = new Map<string, number>();
  await flood(hotseat, malformedMessages(batch, seed - 1), answers);
  const heapBefore = await mainHeapMbOf(hotseat);
  const usedBefore = await processorMsOf(hotseat);
  for (let sent = 0; sent < count; sent += batch) {
    await flood(hotseat, malformedMessages(Math.min(batch, count - sent), seed + sent), answers);
  }
  const refused = [...answers].filter(([answer]) => !isTypedError(answer) && !isRefusedByBridge(answer));
  expect(refused, 'every answer is a typed error').toEqual([]);
  expect([...answers.keys()].filter(says), 'nothing of a path, a stack or a token').toEqual([]);
  expect(await snapshotOf(hotseat), 'nothing has changed').toBe(before);
  const eachMs = ((await processorMsOf(hotseat)) - usedBefore) / count;
  const grownMb = (await mainHeapMbOf(hotseat)) - heapBefore;
  console.log(
    `${count} messages, ${answers.size} different answers; main grew by ${grownMb.toFixed(1)} MB and took ${eachMs.toFixed(2)} ms for each`,
  );
  expect(grownMb).toBeLessThan(heapMarginMb);
  expect(eachMs).toBeLessThan(processorMsForOne);
  tally({ row: 'F1', fault: 'malformed message from the page', injected: count, survived: count, lost: 0 });
});

test(`F3: ${count} messages from a subframe of the window, and as many from a workspace’s page, are refused`, async ({
  launch,
}) => {
  const hotseat = await launch();
  const { app, window } = hotseat;
  await withTwoAccounts(hotseat);
  const before = await snapshotOf(hotseat);
  await window.evaluate(() => {
    document.body.append(document.createElement('iframe'));
  });
  await app.evaluate(prepareSubframe);
  await app.evaluate(openStranger);
  const fromFrame = new Map<string, number>();
  const fromPage = new Map<string, number>();
  for (let sent = 0; sent < count; sent += batch) {
    const messages = malformedMessages(Math.min(batch, count - sent), seed + sent);
    add(fromFrame, await app.evaluate(sendingScript(messages, 'sendAsSubframe')));
    add(fromPage, await app.evaluate(runInStranger, sendingScript(messages, 'hotseat.execute')));
  }
  for (const answers of [fromFrame, fromPage]) {
    const others = [...answers.keys()].filter((answer) => answer !== refusal && !isRefusedByBridge(answer));
    expect(others).toEqual([]);
    expect([...answers.keys()].filter(says)).toEqual([]);
    expect(answers.get(refusal) ?? 0, 'main was asked').toBeGreaterThan(count / 2);
  }
  expect(await snapshotOf(hotseat), 'nothing has changed').toBe(before);
  for (const fault of ['message from a subframe of the window', 'message from a workspace'])
    tally({ row: 'F3', fault, injected: count, survived: count, lost: 0 });
});

const refusal = '{"ok":false,"error":{"code":"deniedByPolicy"}}';

/** In the page's own process, before main hears of it: what cannot be copied, or is nested too deep. */
const isRefusedByBridge = (answer: string): boolean =>
  answer.startsWith('thrown: ') || answer === '{"ok":false,"error":{"code":"unexpected"}}';

const isTypedError = (answer: string): boolean =>
  /^\{"ok":false,"error":\{"code":"(?:invalidInput|unexpected|deniedByPolicy)"/u.test(answer);

const says = (answer: string): boolean =>
  /eyJ|CANARY|node:|file:|\/(?:tmp|home|root|usr|work|Users)\/|\.[cm]?[jt]s\b|\bat \S+ \(/u.test(answer);

const add = (answers: Map<string, number>, more: unknown): void => {
  for (const [answer, times] of Object.entries(answersSchema.parse(more)))
    answers.set(answer, (answers.get(answer) ?? 0) + times);
};

const flood = async (
  { window }: Hotseat,
  messages: readonly MalformedMessage[],
  answers: Map<string, number>,
): Promise<void> => add(answers, await window.evaluate(sendingScript(messages, 'hotseat.execute')));

const withTwoAccounts = async ({ window }: Hotseat): Promise<void> => {
  const screen = new HotseatScreen(window);
  await screen.createAccount(person('Ana'));
  await screen.createAccount(person('Ben'));
  await screen.notebookOf('Ben');
};

/** What main says of everything but what a page is doing just now. */
const snapshotOf = ({ window: page }: Hotseat): Promise<string> =>
  page.evaluate(async () => {
    const snapshot = await window.hotseat.snapshot();
    return JSON.stringify(snapshot.ok ? { ...snapshot.value, workspaces: [] } : snapshot);
  });

const processorMsOf = ({ app }: Hotseat): Promise<number> =>
  app.evaluate(() => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1_000;
  });

/**
 * No frame has the bridge. What one that had taken its process over would send is handed to main's own listener with
 * the frame as Electron knows it.
 */
const prepareSubframe = ({ ipcMain, BrowserWindow }: typeof Electron.CrossProcessExports): void => {
  const listeners: unknown = Reflect.get(ipcMain, '_invokeHandlers');
  const listen: unknown = listeners instanceof Map ? listeners.get('hotseat:execute') : undefined;
  const sender = BrowserWindow.getAllWindows()[0]?.webContents;
  const senderFrame = sender?.mainFrame.frames[0];
  if (typeof listen !== 'function' || !senderFrame) throw new Error('There is no frame to send from');
  const send = (command: unknown, input: unknown): unknown => listen({ sender, senderFrame }, command, input);
  Object.assign(globalThis, { sendAsSubframe: send });
};

/** A page of the active account's workspace, in its web session, that has the bridge as if by a mistake of ours. */
const openStranger = async ({
  app,
  BrowserWindow,
  webContents,
}: typeof Electron.CrossProcessExports): Promise<void> => {
  const workspace = webContents.getAllWebContents().find((one) => one.getURL().startsWith('directory:'));
  if (!workspace) throw new Error('There is no workspace');
  const preload = `${app.getAppPath()}/out/preload/index.cjs`;
  const stranger = new BrowserWindow({
    show: false,
    webPreferences: { preload, sandbox: true, session: workspace.session },
  });
  await stranger.loadURL(workspace.getURL());
  Object.assign(globalThis, { stranger });
};

const runInStranger = (_electron: typeof Electron.CrossProcessExports, script: string): unknown => {
  const stranger: unknown = Reflect.get(globalThis, 'stranger');
  const contents: unknown = stranger instanceof Object ? Reflect.get(stranger, 'webContents') : undefined;
  const run: unknown = contents instanceof Object ? Reflect.get(contents, 'executeJavaScript') : undefined;
  return typeof run === 'function' ? Reflect.apply(run, contents, [script]) : undefined;
};
