import { powerMonitor } from 'electron';
import type { Timers } from '../../app/ports.ts';
import type { Switcher } from '../../app/switcher.ts';
import type { SettingsBook } from '../settings/settings-book.ts';
import { watchIdle } from './idle-watch.ts';

export interface LockEventsParts {
  readonly switcher: Pick<Switcher, 'lockAll' | 'rulesChanged'>;
  readonly settings: SettingsBook;
  readonly timers: Timers;
}

/** Locks when the settings say so. Only after Electron is ready. */
export const lockWhenDue = ({ switcher, settings, timers }: LockEventsParts): void => {
  // Sleep comes twice on Linux; nobody is locked twice.
  const lock = (): void => void switcher.lockAll();
  const lockWithComputer = (): void => {
    if (settings.current.locksWithComputer) lock();
  };
  powerMonitor.on('suspend', lockWithComputer);
  powerMonitor.on('lock-screen', lockWithComputer);
  powerMonitor.on('user-did-resign-active', lockWithComputer);
  const idle = watchIdle({
    timers,
    idleSeconds: () => powerMonitor.getSystemIdleTime(),
    limitMinutes: () => settings.current.lockAfterMinutes,
    onIdle: lock,
  });
  powerMonitor.on('resume', () => idle.replan());
  let { switching } = settings.current;
  settings.subscribe(() => {
    idle.replan();
    if (settings.current.switching === switching) return;
    switching = settings.current.switching;
    void switcher.rulesChanged();
  });
};
