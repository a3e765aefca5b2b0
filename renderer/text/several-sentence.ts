import type { RefusalCause, SeveralResult } from '../../app/contract/several-views.ts';
import { byLocale } from './by-locale.ts';
import { severalWords, words } from './spoken.ts';

/** What was asked for several accounts. */
export type SeveralTask = keyof typeof severalWords.done;

const mostNamed = 5;

/** Its English is British, without a comma before the last. */
const lists = byLocale(
  (locale) => new Intl.ListFormat(locale === 'en' ? 'en-GB' : locale, { type: 'conjunction' }),
);

/** Up to five names, and how many more there are. */
export const someNames = (names: readonly string[]): string => {
  const count = names.length - mostNamed;
  const others = count > 0 ? [severalWords.others({ count })] : [];
  return lists().format([...names.slice(0, mostNamed), ...others]);
};

type NameOf = (userId: SeveralResult['refused'][number]['userId']) => string;

/** One sentence about what a command for several accounts came to: how many, and who was left, and why. */
export const severalSentence = (
  task: SeveralTask,
  { done, unchanged, refused }: SeveralResult,
  nameOf: NameOf,
): string => {
  const named = new Map<RefusalCause, string[]>();
  for (const { userId, because } of refused) {
    const names = named.get(because);
    if (names) names.push(nameOf(userId));
    else named.set(because, [nameOf(userId)]);
  }
  const parts = [
    ...(done > 0 || refused.length + unchanged === 0 ? [severalWords.done[task]({ count: done })] : []),
    ...(unchanged > 0 ? [severalWords.unchanged[task]({ count: unchanged })] : []),
    ...Array.from(named, ([because, names]) => refusal(task, because, names)),
  ];
  return severalWords.sentence({
    all: parts.reduce((before, after) => words.both({ before, after })),
  });
};

const refusal = (task: SeveralTask, because: RefusalCause, all: readonly string[]): string => {
  const given = { count: all.length, names: someNames(all) };
  return because === 'noWayToUnlock' || because === 'loggedOut'
    ? severalWords[because](given)
    : severalWords[because][task](given);
};
