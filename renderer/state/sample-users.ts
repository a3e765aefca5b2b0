import type { UserId } from '../../app/contract/bridge.ts';
import type { Snapshot, UserView } from '../../app/contract/views.ts';
import { sampleServiceId } from './sample-services.ts';

/** Users and snapshots for tests. */
export const sampleUserId = (number: number): UserId => {
  const id = `user-${String(number).padStart(8, '0')}`;
  if (!isUserId(id)) throw new Error(`${id} is no user id`);
  return id;
};

export const sampleUser = (number: number, part: Partial<UserView> = {}): UserView => ({
  id: sampleUserId(number),
  serviceId: sampleServiceId('directory'),
  name: `Person ${number}`,
  isAnonymous: false,
  state: 'authenticated',
  isLocked: false,
  unlocksWithTouchId: false,
  isLockedWhenLeft: false,
  attention: [],
  initials: `P${number}`,
  colour: 'blue',
  isColourChosen: false,
  ...part,
});

export const sampleSnapshot = (part: Partial<Snapshot> = {}): Snapshot => ({
  revision: 1,
  users: [],
  services: [],
  workspaces: [],
  settings: {
    liveWorkspaces: 4,
    succession: 'mostRecent',
    checkForUpdates: true,
    switching: 'free',
    lockAfterMinutes: 0,
    locksWithComputer: false,
    keepsLockedPages: false,
    unlockAttempts: 10,
    groupsByService: false,
    keepsAudit: false,
    hidesFromCapture: false,
    keys: {},
    startsAtLogin: false,
    showsTray: true,
    keepsRunning: false,
    namesAccountsInIconMenu: false,
    language: 'system',
    theme: 'system',
    hasHighContrast: false,
    textPercent: 100,
    logLevel: 'info',
  },
  keys: { commands: [], isGlobalKeyRefused: false },
  desk: {
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
  },
  updates: { kind: 'idle' },
  sessionStorage: { kind: 'checking' },
  notices: [],
  isCurtainDown: false,
  language: 'en',
  platform: 'linux',
  version: '0.1.0',
  ...part,
});

const isUserId = (text: string): text is UserId => /^[a-z0-9-]{8,64}$/u.test(text);
