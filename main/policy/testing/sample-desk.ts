import type { DeskView } from '../../../app/contract/desk-views.ts';

/** Where nobody has chosen or set anything. */
export const sampleDesk: DeskView = {
  switching: 'free',
  lockAfterMinutes: 0,
  locksWithComputer: false,
  keepsLockedPages: false,
  unlockAttempts: 10,
  unlockWith: 'pin',
  mayAddServices: true,
  remembersAccounts: true,
  audit: 'off',
  policy: 'none',
  setByPolicy: [],
  unknownKeys: [],
};
