import { BrowserWindow, dialog, type MessageBoxOptions, type WebContents } from 'electron';
import { dialogWords } from '../shell/spoken.ts';

/**
 * Asks whether to leave a page that says that something on it is not saved. Not while Chromium waits, as its own
 * event would have it: that would hold up everything else in Hotseat.
 */
export const mayLeavePage = async (contents: WebContents): Promise<boolean> => {
  const window = BrowserWindow.fromWebContents(contents) ?? BrowserWindow.getFocusedWindow();
  const words = dialogWords.leave;
  const question: MessageBoxOptions = {
    type: 'question',
    message: words.question,
    detail: words.detail,
    buttons: [words.leave, words.stay],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  };
  const { response } = window ? await dialog.showMessageBox(window, question) : { response: 1 };
  return response === 0;
};
