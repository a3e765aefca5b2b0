import type { DeskView } from '../../../app/contract/desk-views.ts';

/** Where nobody has chosen or set anything. */
export const sampleDesk: DeskView = {
  switching: 'free',
  lockAfterMinutes: 0,
  locksWithComputer: false,
  keepsLockedPages: false,
  unlockAttempts: 10,
  unlockWith: 'pin',
  offersTouchId: false,
  mayAddServices: true,
  mayExport: true,
  remembersAccounts: true,
  hidesFromCapture: false,
  audit: 'off',
  policy: 'none',
  setByPolicy: [],
  unknownKeys: [],
};
