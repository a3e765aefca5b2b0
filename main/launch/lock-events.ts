import { powerMonitor } from 'electron';
import { SessionLimiter } from '../../app/desk/session-limits.ts';
import type { Log, Timers } from '../../app/ports.ts';
import type { Switcher } from '../../app/switcher.ts';
import { askedBy } from '../audit/surface.ts';
import type { DeskBook } from '../policy/desk-book.ts';
import { hearOfLinuxLock } from './linux-lock.ts';
import { systemClock, uptimeStopwatch } from './system-ports.ts';
import { watchIdle } from './idle-watch.ts';

export interface LockEventsParts {
  readonly switcher: Pick<Switcher, 'registry' | 'logOut' | 'keepSessionsInMemory' | 'locking'>;
  readonly desk: DeskBook;
  readonly timers: Timers;
  readonly log: Log;
}

/** Not on the start path: a screen is not locked in the first moment. */
const listenAfterMs = 1_000;

/** Locks when the rules say so. Only after Electron is ready. */
export const lockWhenDue = ({ switcher, desk, timers, log }: LockEventsParts): void => {
  // Sleep comes twice on Linux; nobody is locked twice.
  const lock = (): void => void askedBy('computer', () => switcher.locking.lockAll());
  const lockWithComputer = (): void => {
    if (desk.view.locksWithComputer) lock();
  };
  powerMonitor.on('suspend', lockWithComputer);
  powerMonitor.on('lock-screen', lockWithComputer);
  powerMonitor.on('user-did-resign-active', lockWithComputer);
  let isListening = process.platform !== 'linux';
  const listen = (): void => {
    if (isListening || !desk.view.locksWithComputer) return;
    isListening = true;
    void hearOfLinuxLock(lockWithComputer, log);
  };
  timers.after(listenAfterMs, listen);
  const idle = watchIdle({
    timers,
    idleSeconds: () => powerMonitor.getSystemIdleTime(),
    limitMinutes: () => desk.view.lockAfterMinutes,
    onIdle: lock,
  });
  const limiter = new SessionLimiter({
    registry: () => switcher.registry,
    limits: () => desk.view,
    clock: systemClock,
    stopwatch: uptimeStopwatch,
    timers,
    idleSeconds: () => powerMonitor.getSystemIdleTime(),
    logOut: (userId) => void askedBy('computer', () => switcher.logOut(userId, 'sessionExpired')),
  });
  limiter.look();
  powerMonitor.on('resume', () => {
    idle.replan();
    limiter.look();
  });
  let { switching } = desk;
  let remembers = desk.view.remembersAccounts;
  desk.subscribe(() => {
    listen();
    idle.replan();
    limiter.look();
    if (remembers && !desk.view.remembersAccounts)
      void askedBy('computer', () => switcher.keepSessionsInMemory());
    remembers = desk.view.remembersAccounts;
    if (desk.switching === switching) return;
    switching = desk.switching;
    void switcher.locking.rulesChanged();
  });
};
