import { BrowserWindow, dialog, type MessageBoxOptions, type WebContents } from 'electron';

/**
 * Asks whether to leave a page that says that something on it is not saved. Not while Chromium waits, as its own
 * event would have it: that would hold up everything else in Hotseat.
 */
export const mayLeavePage = async (contents: WebContents): Promise<boolean> => {
  const window = BrowserWindow.fromWebContents(contents) ?? BrowserWindow.getFocusedWindow();
  const question: MessageBoxOptions = {
    type: 'question',
    message: 'Leave this page?',
    detail: 'The page says that something on it is not saved. It is lost if you leave.',
    buttons: ['Leave', 'Stay'],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  };
  const { response } = window ? await dialog.showMessageBox(window, question) : { response: 1 };
  return response === 0;
};
