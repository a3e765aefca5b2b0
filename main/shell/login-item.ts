import { join } from 'node:path';
import { app } from 'electron';
import { done, type Outcome } from '../../app/outcome.ts';
import { startSwitches } from '../../app/launch/launch-request.ts';
import { autostartEntry, isTurnedOff } from './desktop-entry.ts';
import { ownEntryFile } from './own-entry-file.ts';

/** Whether the system starts Hotseat when the person logs in. The person may change that in the system, too. */
export interface LoginItem {
  isOn(): boolean;
  set(isOn: boolean): Outcome<void>;
}

const args = [startSwitches.login];

/** Neither has been run. macOS passes no switches, but says that it was a login that started Hotseat. */
const electronLoginItem: LoginItem = {
  isOn: () => {
    const { openAtLogin, executableWillLaunchAtLogin } = app.getLoginItemSettings({ args });
    return process.platform === 'win32' ? executableWillLaunchAtLogin : openAtLogin;
  },
  set: (isOn) => {
    app.setLoginItemSettings({ openAtLogin: isOn, args });
    return done;
  },
};

const linuxLoginItem = (path: string): LoginItem => {
  const file = ownEntryFile(path);
  return {
    isOn: () => {
      const text = file.read();
      return text !== undefined && !isTurnedOff(text);
    },
    set: (isOn) => {
      if (isOn) return file.write(autostartEntry(runningCommand()));
      const erased = file.erase();
      return erased.ok ? done : erased;
    },
  };
};

/** What starts this Hotseat once more. */
const runningCommand = (): readonly string[] =>
  app.isPackaged ? [process.env['APPIMAGE'] ?? process.execPath] : [process.execPath, app.getAppPath()];

export const systemLoginItem = (): LoginItem =>
  process.platform === 'linux'
    ? linuxLoginItem(join(app.getPath('appData'), 'autostart', 'hotseat.desktop'))
    : electronLoginItem;

/** Was Hotseat started by a login, so that nobody waits for its window? */
export const isStartedByLogin = (): boolean =>
  process.argv.includes(startSwitches.login) ||
  (process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin);
