import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { electronCommand } from './seeded-profile.ts';

/** A started app whose page can be asked. Nothing is attached to it before it is asked for the first time. */
export interface OwnWindow {
  readonly pid: number;
  /** Just before the process was started, in milliseconds since the epoch. */
  readonly startedAtMs: number;
  /** The value of an expression in the page. */
  evaluate(expression: string): Promise<unknown>;
  close(): Promise<void>;
}

const giveUpAfterMs = 60_000;

/** Milliseconds since the epoch, to a fraction. */
export const wallMs = (): number => performance.timeOrigin + performance.now();

/** Starts an app of Electron as a person would, without a driver, whose attaching would be measured too. */
export const startWindow = async (folder: string, profile: string): Promise<OwnWindow> => {
  const { path, args } = electronCommand(folder, profile);
  const startedAtMs = wallMs();
  const child = spawn(path, [...args, '--remote-debugging-port=0'], { stdio: ['ignore', 'ignore', 'pipe'] });
  const port = await debuggingPortOf(child);
  return {
    pid: child.pid ?? -1,
    startedAtMs,
    evaluate: async (expression) => evaluateIn(await pageAddress(port), expression),
    close: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
};

const debuggingPortOf = (child: ChildProcess): Promise<number> =>
  new Promise((resolve, reject) => {
    let text = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      text = (text + chunk.toString()).slice(-10_000);
      const port = /DevTools listening on ws:\/\/[\d.]+:(\d+)\//u.exec(text)?.[1];
      if (port !== undefined) resolve(Number(port));
    });
    child.once('exit', () => reject(new Error(`The app ended before its window was there: ${text}`)));
  });

const targetsSchema = z.array(
  z.object({ type: z.string(), url: z.string(), webSocketDebuggerUrl: z.string() }),
);

/** The window's own page; what is shown in it may be one too. */
const isOwnPage = /^(app|file):/u;

const pageAddress = async (port: number): Promise<string> => {
  const givenUpAtMs = wallMs() + giveUpAfterMs;
  while (wallMs() < givenUpAtMs) {
    const answer = await fetch(`http://127.0.0.1:${port}/json/list`);
    const targets = targetsSchema.parse(await answer.json());
    const page = targets.find(({ type, url }) => type === 'page' && isOwnPage.test(url));
    if (page) return page.webSocketDebuggerUrl;
    await wait(100);
  }
  throw new Error('The app has no window');
};

const answerSchema = z.object({
  result: z
    .object({
      result: z.object({ value: z.unknown() }),
      exceptionDetails: z.object({ text: z.string() }).optional(),
    })
    .optional(),
  error: z.object({ message: z.string() }).optional(),
});

const evaluateIn = async (address: string, expression: string): Promise<unknown> => {
  const socket = new WebSocket(address);
  const text = await new Promise<string>((resolve, reject) => {
    socket.addEventListener('open', () => {
      const params = { expression, awaitPromise: true, returnByValue: true };
      socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params }));
    });
    socket.addEventListener('message', ({ data }) => resolve(String(data)));
    socket.addEventListener('error', () => reject(new Error('The page does not answer')));
  });
  socket.close();
  const { result, error } = answerSchema.parse(JSON.parse(text));
  const problem = error?.message ?? result?.exceptionDetails?.text;
  if (problem !== undefined) throw new Error(`The page does not answer: ${problem}`);
  return result?.result.value;
};
