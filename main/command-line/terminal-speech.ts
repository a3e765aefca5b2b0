import { app } from 'electron';
import { terminalLanguage } from '../../app/launch/terminal-language.ts';
import type { TerminalSpeech } from '../../app/launch/terminal-words.ts';
import { terminal } from '../../app/text/en/terminal.ts';
import { Speech } from '../../app/text/speech.ts';

/** What is said on the terminal of whoever started this process, in its language. */
export const speakOnTerminal = async (): Promise<TerminalSpeech> => {
  const { env, platform } = process;
  // Terminals of Windows say nothing of a language.
  const language = terminalLanguage(env, platform === 'win32' ? app.getPreferredSystemLanguages() : []);
  const speech = new Speech(terminal, {
    german: async () => (await import('../../app/text/de/terminal.ts')).terminal,
  });
  await speech.speak(language);
  return speech;
};
