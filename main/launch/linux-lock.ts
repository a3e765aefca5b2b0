import type { Log } from '../../app/ports.ts';
import { causeText } from '../logging/cause-text.ts';
import { saysLocked } from './lock-signal.ts';

const manager = {
  destination: 'org.freedesktop.login1',
  path: '/org/freedesktop/login1',
  interface: 'org.freedesktop.login1.Manager',
};

/**
 * Hears of the screen’s lock and of the lid on Linux, where Electron does not. Not on the start path: the library is
 * loaded here. Without a system bus nothing is heard, which is logged.
 */
export const hearOfLinuxLock = async (onLocked: () => void, log: Log): Promise<void> => {
  const warn = (cause: unknown): void =>
    log.warn('the lock of the screen cannot be heard', { cause: causeText(cause) });
  try {
    const { systemBus } = await import('dbus-native');
    const bus = systemBus();
    bus.connection.on('error', warn);
    let ownSession: string | undefined;
    bus.connection.on('message', (message) => {
      if (saysLocked(message, ownSession)) onLocked();
    });
    for (const sender of ['org.freedesktop.login1', 'org.freedesktop.UPower'])
      await bus.addMatch(`type='signal',sender='${sender}'`);
    ownSession = await bus
      .invoke<string>({ ...manager, member: 'GetSessionByPID', signature: 'u', body: [process.pid] })
      // A program of a user’s service manager is in no session.
      .catch(() => undefined);
  } catch (cause) {
    warn(cause);
  }
};
