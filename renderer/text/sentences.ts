import type { ErrorReport } from '../../app/contract/bridge.ts';
import type { AttentionReason, UserView } from '../../app/contract/views.ts';
import { duration } from './durations.ts';
import { inputSentence } from './input-sentence.ts';
import { failureWords, words } from './spoken.ts';

type Errors = { readonly [Error in ErrorReport as Error['code']]: Error };
type ErrorOf<Code extends keyof Errors> = Errors[Code];
type Sentences = { readonly [Code in keyof Errors]: (error: Errors[Code]) => string };

/** 507 Insufficient Storage (RFC 4918 section 11.5); the directory answers it when this computer's disk is full. */
const noRoom = 507;

/** Where the sentence is shown, for the few codes that mean something else there. */
export type Occasion = keyof typeof failureWords.rejected;

const sentences = (occasion: Occasion): Sentences => ({
  invalidInput: ({ field, problem }) => inputSentence(field, problem),
  userNotFound: () => failureWords.userNotFound,
  userLoggedOut: () => failureWords.userLoggedOut,
  identityMismatch: failureWords.identityMismatch,
  authenticationRejected: ({ because }) => {
    if (because === 'emailNotConfirmed' && occasion === 'createAccount') return failureWords.confirmFirst;
    return because ? failureWords.rejectedBecause[because] : failureWords.rejected[occasion];
  },
  networkUnavailable: ({ because }) => {
    if (because === 'certificate') return failureWords.badCertificate;
    return occasion === 'service' ? failureWords.unreachableNewService : failureWords.unreachable;
  },
  serverError: serverSentence,
  storageUnavailable: ({ problem }) => failureWords.storage[problem],
  locked: () => failureWords.locked,
  unlockRefused: unlockSentence,
  deniedByPolicy: () => failureWords.deniedByPolicy,
  cancelled: () => failureWords.cancelled,
  superseded: () => failureWords.superseded,
  conflict: ({ with: cause }) =>
    cause === 'notOffered' && isTold(occasion)
      ? failureWords.notOffered[occasion]
      : failureWords.conflict[cause],
  serviceNotFound: () => failureWords.serviceNotFound,
  fileRefused: ({ because }) => failureWords.file[because],
  unexpected: () => failureWords.unexpected,
});

/** Can it be said better what it is that the service does not have? */
const isTold = (occasion: Occasion): occasion is keyof typeof failureWords.notOffered =>
  occasion in failureWords.notOffered;

const serverSentence = ({ status, text, retryAfterSeconds, problem }: ErrorOf<'serverError'>): string => {
  const wait = retryAfterSeconds === undefined ? undefined : duration(retryAfterSeconds);
  if (problem === 'tooManyRequests')
    return wait === undefined ? failureWords.tooManyRequests : failureWords.tooManyRequestsFor({ wait });
  if (problem) return failureWords.server[problem];
  if (status === noRoom) return failureWords.noRoom;
  const again =
    wait === undefined ? failureWords.nothingHasChanged : failureWords.nothingHasChangedFor({ wait });
  return `${failedSentence(status?.toString(), text)} ${again}`;
};

const failedSentence = (status: string | undefined, text: string | undefined): string => {
  if (status === undefined)
    return text === undefined ? failureWords.serviceFailed : failureWords.serviceFailedSaying({ text });
  return text === undefined
    ? failureWords.serviceFailedWith({ status })
    : failureWords.serviceFailedWithSaying({ status, text });
};

/** More attempts than these nobody has to be told of. */
const mostAttemptsTold = 5;

const unlockSentence = ({ because, attemptsLeft, waitSeconds }: ErrorOf<'unlockRefused'>): string => {
  const { unlock } = failureWords;
  const wait = waitSeconds === undefined ? undefined : unlock.wait({ wait: duration(waitSeconds) });
  if (because === 'tooSoon') return [unlock.tooSoon, ...(wait === undefined ? [] : [wait])].join(' ');
  if (because !== 'wrong') return unlock[because];
  const left =
    attemptsLeft === undefined || attemptsLeft > mostAttemptsTold
      ? []
      : [unlock.attemptsLeft({ count: attemptsLeft })];
  return [unlock.wrong, wait ?? unlock.tryAgain, ...left].join(' ');
};

/** One sentence that says what happened and what to do. */
export const sentenceOf = (error: ErrorReport, occasion: Occasion = 'other'): string =>
  pick(sentences(occasion), error.code, error);

const pick = <Code extends keyof Errors>(table: Sentences, code: Code, error: Errors[Code]): string =>
  table[code](error);

/** What the person asked for themselves, by cancelling or by choosing anew, is no failure to tell. */
export const isWorthTelling = (error: ErrorReport): boolean =>
  error.code !== 'superseded' && error.code !== 'cancelled';

/** Does it keep the person from going on? The rest is worth knowing. */
export const isLoud: Readonly<Record<AttentionReason, boolean>> = {
  sessionExpired: true,
  sessionRevoked: true,
  sessionEndsSoon: false,
  unreachable: true,
  sessionNotSaved: false,
  keyringUnavailable: true,
};

/** The end of the active user's session, told where nobody is active now. */
export const endedSentence = ({ name, attention }: UserView): string =>
  attention.includes('sessionRevoked')
    ? failureWords.endedByService({ name })
    : failureWords.hasRunOut({ name });

/** The state in one word, as every surface says it. */
export const stateWord = (user: UserView, isActive: boolean): string => {
  if (user.state === 'loggedOut') return words.loggedOut;
  if (user.isLocked) return words.locked;
  return isActive ? words.active : words.inactive;
};
