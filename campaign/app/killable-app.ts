import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { familyOf } from '../../bench/process-family.ts';
import { hotseatCommand } from '../../e2e/fixtures/hotseat.ts';

/** The real app, started without Playwright, so that a thousand starts take an hour and not a day. */
export interface KillableApp {
  /** Settles when the page answers; rejects when the app has gone before. */
  readonly ready: Promise<void>;
  /** The value of an expression in the window's page. Rejects when the app goes before it answers. */
  evaluate(expression: string): Promise<unknown>;
  /** SIGKILL to all of its processes at once; comes back when none of them is left. */
  kill(): Promise<void>;
}

export const startKillable = (profile: string): KillableApp => {
  const { executablePath = '', args } = hotseatCommand(profile, ['--remote-debugging-port=0']);
  const main = spawn(executablePath, args, { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
  const exited = new Promise<void>((settle) => main.once('exit', () => settle()));
  const page = connectedPage(main, exited);
  const ready = page.then(() => undefined);
  // Whoever kills it while it starts does not wait for that.
  ready.catch(() => undefined);
  return {
    ready,
    evaluate: async (expression) => (await page).evaluate(expression),
    kill: async () => {
      const pid = main.pid ?? 0;
      const family = await familyOf(pid);
      signal(-pid);
      for (const member of family) signal(member);
      await exited;
      while (family.some(isRunning)) await wait(5);
    },
  };
};

const signal = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has gone by itself.
  }
};

/** A process that is dead and that nobody has asked after yet runs no more. */
const isRunning = (pid: number): boolean => {
  try {
    return !/^State:\s+[ZX]/mu.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};

interface ConnectedPage {
  evaluate(expression: string): Promise<unknown>;
  leave(): void;
}

const connectedPage = async (main: ChildProcess, exited: Promise<void>): Promise<ConnectedPage> => {
  let said = '';
  main.stderr?.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-10_000)));
  const gone = exited.then((): never => {
    throw new Error(`The app has gone: ${said}`);
  });
  gone.catch(() => undefined);
  const port = await Promise.race([debuggingPortOf(main), gone]);
  const isListening = `typeof hotseat === 'object' && hotseat.snapshot().then(({ ok }) => ok)`;
  for (;;) {
    const page = pageAt(await Promise.race([addressOf(port), gone]));
    // A page that is on its way into the window may be replaced by another one.
    const isReady = await Promise.race([page.evaluate(isListening).catch(() => false), gone]);
    if (isReady === true) return page;
    page.leave();
    await wait(20);
  }
};

const debuggingPortOf = (main: ChildProcess): Promise<number> =>
  new Promise((settle) => {
    let text = '';
    main.stderr?.on('data', (chunk: Buffer) => {
      text = (text + chunk.toString()).slice(-10_000);
      const port = /DevTools listening on ws:\/\/[\d.]+:(\d+)\//u.exec(text)?.[1];
      if (port !== undefined) settle(Number(port));
    });
  });

const targetsSchema = z.array(
  z.object({ type: z.string(), url: z.string(), webSocketDebuggerUrl: z.string() }),
);

/** Of the window's own page; a workspace is one too. */
const addressOf = async (port: number): Promise<string> => {
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/json/list`);
    const page = targetsSchema
      .parse(await answer.json())
      .find(({ type, url }) => type === 'page' && url.startsWith('app:'));
    if (page) return page.webSocketDebuggerUrl;
    await wait(20);
  }
};

const answerSchema = z.object({
  id: z.number(),
  result: z
    .object({
      result: z.object({ value: z.unknown() }),
      exceptionDetails: z.object({ text: z.string() }).optional(),
    })
    .optional(),
  error: z.object({ message: z.string() }).optional(),
});

interface Waiting {
  readonly settle: (value: unknown) => void;
  readonly reject: (cause: Error) => void;
}

const pageAt = (address: string): ConnectedPage => {
  const socket = new WebSocket(address);
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  const end = (): void => {
    for (const { reject } of waiting.values()) reject(new Error('The app has gone'));
    waiting.clear();
  };
  const opened = new Promise<void>((settle, reject) => {
    socket.addEventListener('open', () => settle());
    socket.addEventListener('error', () => reject(new Error('The app has gone')));
  });
  opened.catch(() => undefined);
  socket.addEventListener('close', end);
  socket.addEventListener('message', ({ data }) => {
    const { id, result, error } = answerSchema.parse(JSON.parse(String(data)));
    const question = waiting.get(id);
    waiting.delete(id);
    const problem = error?.message ?? result?.exceptionDetails?.text;
    if (problem === undefined) question?.settle(result?.result.value);
    else question?.reject(new Error(`The page does not answer: ${problem}`));
  });
  return {
    leave: () => socket.close(),
    evaluate: async (expression) => {
      await opened;
      if (socket.readyState !== WebSocket.OPEN) throw new Error('The app has gone');
      asked += 1;
      const id = asked;
      const params = { expression, awaitPromise: true, returnByValue: true };
      return new Promise((settle, reject) => {
        waiting.set(id, { settle, reject });
        socket.send(JSON.stringify({ id, method: 'Runtime.evaluate', params }));
      });
    },
  };
};
