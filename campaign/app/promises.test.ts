import { expect, it } from 'vitest';
import { registryOf, someUser } from '../../app/testing/some-user.ts';
import { withoutSession, type User } from '../../app/users/user.ts';
import type { ProfileReading } from './profile-reading.ts';
import { Promises } from './promises.ts';

const ana: User = { ...withoutSession(someUser(1)), state: 'loggedOut' };

/** Ana is logged out, and a session of hers may be left. */
const found = ({ hasSession }: { readonly hasSession: boolean }): ProfileReading => ({
  registry: registryOf(ana),
  storedActiveId: undefined,
  sessions: new Set(hasSession ? [ana.id] : []),
  sessionsToErase: hasSession ? [ana.id] : [],
  sessionsToQuarantine: [],
  tombstones: new Set(),
  removalsToFinish: [],
  departed: [],
  loggedOutByStart: [],
  isAsStored: true,
  notices: [],
});

it.each([
  ['that came in the run', { hasSession: false }, { isInStart: true }, 1],
  ['that a start has left there', { hasSession: true }, { isInStart: false }, 1],
  ['that a start may not have come to', { hasSession: true }, { isInStart: true }, 0],
] as const)('a session of who is logged out, %s', (_which, before, kill, broken) => {
  const promises = new Promises(found(before), kill);
  expect(promises.brokenIn(found({ hasSession: true }))).toHaveLength(broken);
});
