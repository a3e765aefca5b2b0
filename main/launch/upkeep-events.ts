import { net, powerMonitor } from 'electron';
import type { Timers } from '../../app/ports.ts';
import type { Switcher } from '../../app/switcher.ts';
import type { UserId } from '../../app/users/user.ts';
import { noticeNetworkReturn } from './network-return.ts';

/** Tells the switcher when the computer wakes and when its network is back. Only after Electron is ready. */
export const tellOfWakingAndNetwork = (switcher: Switcher, timers: Timers): void => {
  powerMonitor.on('resume', () => switcher.wake());
  const unreachable = new Set<UserId>();
  const network = noticeNetworkReturn({
    isOnline: () => net.isOnline(),
    isMissed: () => unreachable.size > 0,
    onReturned: () => switcher.networkReturned(),
    timers,
  });
  switcher.subscribe(({ users }) => {
    for (const id of users)
      if (switcher.isUnreachable(id)) unreachable.add(id);
      else unreachable.delete(id);
    network.invalidate();
  });
};
