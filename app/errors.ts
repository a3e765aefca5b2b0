/**
 * Everything that can go wrong, as a closed union: what the person is told depends on the code and, where one
 * sentence would not do, on the fields beside it. No field ever holds a secret.
 */
export type ErrorReport =
  | { readonly code: 'invalidInput'; readonly field: InputField; readonly problem: InputProblem }
  /** The user is unknown on this computer, or was removed. */
  | { readonly code: 'userNotFound' }
  | { readonly code: 'userLoggedOut' }
  /** Logging in again brought another identity than the user's own. Both are account names or e-mails. */
  | { readonly code: 'identityMismatch'; readonly expected: string; readonly actual: string }
  /** The service refused the credentials or the session; `because` where it said more than that. */
  | { readonly code: 'authenticationRejected'; readonly because?: RejectionCause | undefined }
  /** No answer came. `certificate`: the other side could not prove who it is. */
  | { readonly code: 'networkUnavailable'; readonly because?: 'certificate' | undefined }
  /** The service answered, but not with what the protocol promises, or that it failed itself, or too often asked. */
  | {
      readonly code: 'serverError';
      readonly status?: number | undefined;
      readonly text?: string | undefined;
      readonly retryAfterSeconds?: number | undefined;
      readonly problem?: ServerProblem | undefined;
    }
  | { readonly code: 'storageUnavailable'; readonly problem: StorageProblem }
  | { readonly code: 'locked' }
  /**
   * Not unlocked. `wrong`: another PIN or passphrase. `tooSoon`: nothing was tried, the wait is not over. `tooOften`:
   * that was the last attempt, and the user is logged out. `lost`: what it was locked with is gone. `notConfirmed`:
   * Touch ID did not say yes; that was no attempt.
   */
  | {
      readonly code: 'unlockRefused';
      readonly because: 'wrong' | 'tooSoon' | 'tooOften' | 'lost' | 'notConfirmed';
      readonly attemptsLeft?: number | undefined;
      readonly waitSeconds?: number | undefined;
    }
  | { readonly code: 'deniedByPolicy' }
  | { readonly code: 'cancelled' }
  /** A later switch won over this one. */
  | { readonly code: 'superseded' }
  | { readonly code: 'conflict'; readonly with: ConflictCause }
  /** No such service on this computer. */
  | { readonly code: 'serviceNotFound' }
  /** A list of accounts that somebody has opened; nothing of it was taken. */
  | { readonly code: 'fileRefused'; readonly because: FileRefusal }
  | { readonly code: 'unexpected' };

export type ErrorCode = ErrorReport['code'];
export type InputField =
  | 'email'
  | 'password'
  | 'name'
  | 'nickname'
  | 'note'
  | 'apiKey'
  | 'token'
  | 'arguments'
  | 'keyName'
  | 'serviceName'
  | 'baseUrl'
  | 'appId'
  | 'issuer'
  | 'clientId'
  | 'clientSecret'
  | 'scopes'
  | 'apiOrigins'
  | 'workspaceUrl'
  | 'redirectPort'
  | 'websiteUrl'
  | 'signInCookie'
  | 'signInOrigins'
  | 'requestUrl'
  | 'requestMethod'
  | 'requestHeaders'
  | 'requestBody'
  | 'functionName'
  | 'command'
  | 'pin'
  | 'passphrase';
/**
 * `insecure`: http to another computer. `foreign`: no address of the account's own service. `guessable`: among what is
 * tried first.
 */
export type InputProblem =
  'empty' | 'tooLong' | 'tooShort' | 'malformed' | 'insecure' | 'foreign' | 'guessable';
/** `denied`: the person, or the issuer for them, said no on the issuer's page. `tooLate`: the time for it ran out. */
export type RejectionCause = 'accountDisabled' | 'emailNotConfirmed' | 'denied' | 'tooLate';
/**
 * `untrusted`: the answer failed a check that keeps others from answering in the service's name.
 * `otherProtocol`: whoever answers there does not speak the protocol. `otherOrigin`: it sends its sign-ins to an
 * address that was not named when it was added. `redirected`: it sent a person's request elsewhere, and nobody
 * followed. `tooManyRequests`: asked too often.
 */
export type ServerProblem = 'untrusted' | 'otherProtocol' | 'otherOrigin' | 'redirected' | 'tooManyRequests';
/**
 * `notAList`: not a list that Hotseat has exported. `badService`: a service of it could not be added by hand either.
 * `repeated`: it has a service or an account twice. `gone`: what was looked at is no longer at hand.
 */
export type FileRefusal = 'tooLarge' | 'notAList' | 'newerVersion' | 'badService' | 'repeated' | 'gone';
export type StorageProblem = 'diskFull' | 'notPermitted' | 'newerVersion' | 'keyringUnavailable' | 'failed';
/**
 * `serviceHasAccounts`: its address cannot change while it has some. `serviceKnown`: it is there already.
 * `anonymousWouldGo`: an anonymous user cannot be locked and would be removed by leaving it.
 * `notOffered`: the service does not have that. `portTaken`: another program listens on the redirect port.
 */
export type ConflictCause =
  | 'emailTaken'
  | 'noWayToUnlock'
  | 'anonymousWouldGo'
  | 'identityLinked'
  | 'serviceHasAccounts'
  | 'serviceKnown'
  | 'notOffered'
  | 'portTaken';

const messages: Record<ErrorCode, string> = {
  invalidInput: 'The input is not valid',
  userNotFound: 'User does not exist',
  serviceNotFound: 'Service does not exist',
  fileRefused: 'The file cannot be taken',
  userLoggedOut: 'User is no longer valid or is logged out',
  identityMismatch: 'Another identity came back than the one that was expected',
  authenticationRejected: 'The service refused the credentials or the session',
  networkUnavailable: 'The service cannot be reached',
  serverError: 'The service failed',
  storageUnavailable: 'The change could not be saved',
  locked: 'User is locked',
  unlockRefused: 'The user was not unlocked',
  deniedByPolicy: 'A policy does not allow it',
  cancelled: 'Cancelled',
  superseded: 'A later switch won',
  conflict: 'It conflicts with what is there',
  unexpected: 'Something unexpected went wrong',
};

/** The fixed developer-facing text of a report; the sentences on screen are the renderer's. */
export const messageOf = (error: ErrorReport): string => messages[error.code];
