import { powerMonitor } from 'electron';
import type { Timers } from '../../app/ports.ts';
import type { Switcher } from '../../app/switcher.ts';
import { askedBy } from '../audit/surface.ts';
import type { DeskBook } from '../policy/desk-book.ts';
import { watchIdle } from './idle-watch.ts';

export interface LockEventsParts {
  readonly switcher: Pick<Switcher, 'lockAll' | 'rulesChanged'>;
  readonly desk: DeskBook;
  readonly timers: Timers;
}

/** Locks when the rules say so. Only after Electron is ready. */
export const lockWhenDue = ({ switcher, desk, timers }: LockEventsParts): void => {
  // Sleep comes twice on Linux; nobody is locked twice.
  const lock = (): void => void askedBy('computer', () => switcher.lockAll());
  const lockWithComputer = (): void => {
    if (desk.view.locksWithComputer) lock();
  };
  powerMonitor.on('suspend', lockWithComputer);
  powerMonitor.on('lock-screen', lockWithComputer);
  powerMonitor.on('user-did-resign-active', lockWithComputer);
  const idle = watchIdle({
    timers,
    idleSeconds: () => powerMonitor.getSystemIdleTime(),
    limitMinutes: () => desk.view.lockAfterMinutes,
    onIdle: lock,
  });
  powerMonitor.on('resume', () => idle.replan());
  let { switching } = desk;
  desk.subscribe(() => {
    idle.replan();
    if (desk.switching === switching) return;
    switching = desk.switching;
    void switcher.rulesChanged();
  });
};
