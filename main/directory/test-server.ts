import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** The server's entry as it lies in the sources. */
export const serverEntry = fileURLToPath(new URL('server.ts', import.meta.url));

/** Servers of a test as processes of their own, with standard input as a pipe that stays open. */
export function createServerProcesses() {
  const children: ChildProcess[] = [];

  function run(entry: string, ...args: readonly string[]) {
    const child = spawn(process.execPath, [entry, ...args], { stdio: 'pipe' });
    children.push(child);
    const exited = once(child, 'exit').then(([code]: unknown[]) => code);
    const errors = (async () => {
      let text = '';
      for await (const chunk of child.stderr) text += String(chunk);
      return text;
    })();
    return { child, exited, errors };
  }

  return {
    run,
    /** Starts the server and returns the address it prints; `admin` types a line and returns one of its answer. */
    async listen(entry: string, ...args: readonly string[]) {
      const { child, exited, errors } = run(entry, '--port', '0', ...args);
      const lines = createInterface({ input: child.stdout });
      const nextLine = async (): Promise<string> => {
        const [line] = (await Promise.race([
          once(lines, 'line'),
          errors.then((text) => Promise.reject(new Error(text))),
        ])) as unknown[];
        return String(line);
      };
      const line = await nextLine();
      const baseUrl = /^Directory listening on (http:\/\/127\.0\.0\.1:\d+)$/.exec(line)?.[1];
      if (baseUrl === undefined) throw new Error(`unexpected line: ${line}`);
      const admin = (typed: string): Promise<string> => {
        child.stdin.write(`${typed}\n`);
        return nextLine();
      };
      return { baseUrl, child, exited, errors, admin };
    },
    async stop(): Promise<void> {
      for (const child of children.splice(0)) {
        if (child.exitCode === null && child.signalCode === null) {
          child.kill('SIGKILL');
          await once(child, 'exit');
        }
      }
    },
  };
}
