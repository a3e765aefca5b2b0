import type { RefusalCause, SeveralResult } from '../../app/contract/several-views.ts';
import { plural } from './durations.ts';

/** What was asked for several accounts. */
export type SeveralTask = 'lock' | 'logOut' | 'remove';

const was: Record<SeveralTask, string> = { lock: 'locked', logOut: 'logged out', remove: 'removed' };
const wasBefore: Record<SeveralTask, string> = {
  lock: 'locked already',
  logOut: 'logged out already',
  remove: 'gone already',
};

const because: Record<RefusalCause, (task: SeveralTask) => string> = {
  noWayToUnlock: () => 'without a PIN or passphrase, so not locked',
  loggedOut: () => 'logged out, so nothing to lock',
  locked: (task) => `locked, so not ${was[task]}`,
  notSaved: (task) => `${was[task]} until Hotseat ends, but the disk refused to keep it`,
  other: (task) => `not ${was[task]}, for a reason that Hotseat did not expect`,
};

const mostNamed = 5;

/** Up to five names, and how many more there are. */
export const someNames = (names: readonly string[]): string => {
  const others = names.length - mostNamed;
  if (others > 0) return `${names.slice(0, mostNamed).join(', ')} and ${plural(others, 'other')}`;
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
};

type NameOf = (userId: SeveralResult['refused'][number]['userId']) => string;

/** One sentence about what a command for several accounts came to: how many, and who was left, and why. */
export const severalSentence = (
  task: SeveralTask,
  { done, unchanged, refused }: SeveralResult,
  nameOf: NameOf,
): string => {
  const named = new Map<RefusalCause, string[]>();
  for (const { userId, because: cause } of refused) {
    const names = named.get(cause);
    if (names) names.push(nameOf(userId));
    else named.set(cause, [nameOf(userId)]);
  }
  const parts = [
    ...(done > 0 || refused.length + unchanged === 0 ? [`${plural(done, 'account')} ${was[task]}`] : []),
    ...(unchanged > 0 ? [`${unchanged} ${wasBefore[task]}`] : []),
    ...Array.from(named, ([cause, names]) => `${names.length} ${because[cause](task)}: ${someNames(names)}`),
  ];
  return `${parts.join('; ')}.`;
};
