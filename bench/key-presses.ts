import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import { digitKeycode, focusWindowOf } from '../e2e/fixtures/real-keys.ts';
import { wallMs } from './own-window.ts';

const run = promisify(execFile);

export interface KeyPresses {
  /** Presses the digit with Ctrl held, as a keyboard does; when the press was handed to the X server. */
  pressDigit(digit: number): number;
  close(): Promise<void>;
}

/** One xdotool that reads what to press: starting one for each press would be measured too. */
export const keyPressesFor = async (pid: number): Promise<KeyPresses> => {
  await focusWindowOf(pid);
  const tool = spawn('xdotool', ['-'], { stdio: ['pipe', 'ignore', 'inherit'] });
  const ended = new Promise((resolve) => tool.once('exit', resolve));
  tool.stdin.write('keydown Control_L\n');
  return {
    pressDigit: (digit) => {
      const key = digitKeycode(digit);
      const atMs = wallMs();
      tool.stdin.write(`keydown ${key}\nkeyup ${key}\n`);
      return atMs;
    },
    close: async () => {
      tool.stdin.end('keyup Control_L\n');
      await ended;
      await run('xdotool', ['keyup', 'Control_L']);
    },
  };
};

export interface ChordPresses {
  /** Presses e.g. `ctrl+k`; when the press was handed to the X server. */
  press(chord: string): number;
  close(): Promise<void>;
}

/** The same for any key, with nothing held between. */
export const chordPressesFor = async (pid: number): Promise<ChordPresses> => {
  await focusWindowOf(pid);
  const tool = spawn('xdotool', ['-'], { stdio: ['pipe', 'ignore', 'inherit'] });
  const ended = new Promise((resolve) => tool.once('exit', resolve));
  return {
    press: (chord) => {
      const atMs = wallMs();
      tool.stdin.write(`key ${chord}\n`);
      return atMs;
    },
    close: async () => {
      tool.stdin.end();
      await ended;
    },
  };
};
