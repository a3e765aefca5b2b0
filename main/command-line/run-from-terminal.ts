import { spawn } from 'node:child_process';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { app } from 'electron';
import { completedAccounts, completionScript } from '../../app/launch/completion-script.ts';
import { exitCodes, type ExitCode } from '../../app/launch/exit-code.ts';
import { startSwitches, type LaunchRequest } from '../../app/launch/launch-request.ts';
import type { TerminalCommand } from '../../app/launch/terminal-commands.ts';
import { helpText, misuseSentence, type TerminalSpeech } from '../../app/launch/terminal-words.ts';
import { askRunning, type Asked } from './ask-running.ts';
import { askIfRunning, runCommand, type Terminal } from './run-command.ts';
import { socketPlaceOf } from './socket-place.ts';

export type TerminalLaunch = Exclude<LaunchRequest, { kind: 'start' | 'link' }>;

/**
 * Does what was typed in a terminal, and ends: before Electron is ready, so without a display and without writing into
 * the profile. `program`: what stands before our own arguments.
 */
export const runFromTerminal = async (
  launch: TerminalLaunch,
  program: readonly string[],
  speech: TerminalSpeech,
): Promise<ExitCode> => {
  // Whoever reads the output may have gone.
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);
  const ended = await run(launch, program, speech);
  await Promise.all([process.stdout, process.stderr].map(written));
  return ended;
};

const run = async (
  launch: TerminalLaunch,
  program: readonly string[],
  speech: TerminalSpeech,
): Promise<ExitCode> => {
  const { words } = speech;
  switch (launch.kind) {
    case 'help':
      return said(helpText(words));
    case 'version':
      return said(`${app.getVersion()}\n`);
    case 'completion':
      return said(completionScript(launch.shell, words));
    case 'completedAccounts': {
      const answer = await askIfRunning({ kind: 'list' }, ask);
      return said(answer?.kind === 'accounts' ? completedAccounts(answer.accounts) : '');
    }
    case 'misuse':
      process.stderr.write(`${misuseSentence(launch.misuse, words)}\n`);
      return exitCodes.misuse;
    default:
      return runCommand(launch, {
        terminal,
        speech,
        ask,
        start: ({ isHidden }) =>
          startHotseat([...program, ...launch.before, ...(isHidden ? [startSwitches.command] : [])]),
        wait: (ms) => wait(ms),
        save: saveForOneself,
      });
  }
};

const said = (text: string): ExitCode => {
  process.stdout.write(text);
  return exitCodes.done;
};

const ask = (command: TerminalCommand): Promise<Asked> => {
  const { platform } = process;
  const runtimeDirectory = process.env['XDG_RUNTIME_DIR'];
  const path = socketPlaceOf(app.getPath('userData'), { platform, runtimeDirectory });
  return askRunning(path, platform, command);
};

const terminal: Terminal = {
  mayAsk: process.stdin.isTTY,
  say: (text) => void process.stdout.write(text),
  complain: (text) => void process.stderr.write(text),
  question: async (text) => {
    const lines = createInterface({ input: process.stdin, output: process.stderr });
    // The input may end without an answer.
    const closed = new Promise<string>((resolve) => {
      lines.once('close', () => resolve(''));
    });
    try {
      return await Promise.race([lines.question(text), closed]);
    } catch {
      return '';
    } finally {
      lines.close();
    }
  },
};

/** In a session of its own, so that it outlives the terminal. It is told nothing of what was asked. */
const startHotseat = (args: readonly string[]): boolean => {
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'])
    return false;
  // An AppImage is mounted for as long as this process lives only.
  const program = process.env['APPIMAGE'] ?? process.execPath;
  const child = spawn(program, args, { detached: true, stdio: 'ignore' });
  child.once('error', () => undefined);
  child.unref();
  return true;
};

const saveForOneself = async (path: string, text: string): Promise<boolean> => {
  try {
    await using file = await open(path, 'w', 0o600);
    // One that was there keeps its mode otherwise.
    await file.chmod(0o600);
    await file.writeFile(text);
    return true;
  } catch {
    return false;
  }
};

const written = (stream: NodeJS.WriteStream): Promise<void> =>
  new Promise((resolve) => {
    stream.write('', () => resolve());
  });
