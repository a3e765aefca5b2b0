import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import { focusWindowOf } from '../e2e/fixtures/real-keys.ts';
import { wallMs } from './own-window.ts';

const run = promisify(execFile);

export interface KeyPresses {
  /** Presses a key, by its name or code, as a keyboard does; when the press was handed to the X server. */
  press(key: string): number;
  holdControl(): void;
  releaseControl(): void;
  close(): Promise<void>;
}

/** One xdotool that reads what to press: starting one for each press would be measured too. */
export const keyPressesFor = async (pid: number): Promise<KeyPresses> => {
  await focusWindowOf(pid);
  const tool = spawn('xdotool', ['-'], { stdio: ['pipe', 'ignore', 'inherit'] });
  const ended = new Promise((resolve) => tool.once('exit', resolve));
  return {
    press: (key) => {
      const atMs = wallMs();
      tool.stdin.write(`keydown ${key}\nkeyup ${key}\n`);
      return atMs;
    },
    holdControl: () => tool.stdin.write('keydown Control_L\n'),
    releaseControl: () => tool.stdin.write('keyup Control_L\n'),
    close: async () => {
      tool.stdin.end();
      await ended;
      await run('xdotool', ['keyup', 'Control_L']);
    },
  };
};
