import type { AttentionReason } from '../../contract/views.ts';
import type {
  ConflictCause,
  FileRefusal,
  RejectionCause,
  ServerProblem,
  StorageProblem,
} from '../../errors.ts';

/** What is said when something failed, or needs the person: what happened, and what to do. */
export const failure = {
  userNotFound: 'That account is no longer on this computer. Add it again to use it.',
  userLoggedOut: 'That account is logged out. Log in again to use it.',
  identityMismatch:
    'That was {actual}, but this place belongs to {expected}. Nothing has changed; log in as {expected}, or add {actual} as an account of its own.',
  locked: 'That account is locked. Unlock it first.',
  deniedByPolicy: 'The rules of this computer do not allow that. Ask whoever looks after it.',
  cancelled: 'It was cancelled. Nothing has changed.',
  superseded: 'You chose another account before this one was ready, so that one counts.',
  serviceNotFound: 'That service is no longer on this computer. Add it again in the settings.',
  unexpected: 'Something went wrong that Hotseat did not expect. Try again; if it stays, restart Hotseat.',

  file: {
    tooLarge: 'That file is larger than any list of accounts. Choose one that Hotseat has exported.',
    notAList:
      'That file is no list of accounts that Hotseat has exported, or it was changed. Nothing of it was taken; export the list again.',
    newerVersion: 'A newer Hotseat exported that list. Update Hotseat on this computer, then try again.',
    badService:
      'A service in that list has an address or a field that Hotseat does not take: addresses begin with https. Nothing of it was taken; export the list again.',
    repeated:
      'That list has a service or an account twice, so it is not as Hotseat exported it. Nothing of it was taken; export the list again.',
    gone: 'That list is no longer at hand. Open the file again.',
  } satisfies Record<FileRefusal, string>,

  rejected: {
    logIn: 'The e-mail or password is not right. Try again, or create an account.',
    logInAgain: 'The e-mail or password is not right. Try again.',
    createAccount:
      'The account is created, but the service does not let it in. Log in, or ask whoever looks after the service.',
    apiKey: 'The service does not take this API key. Check that it is whole and enabled.',
    customToken: 'The service does not take this token. Ask whoever issues it for a fresh one.',
    customFunction: 'The function of the service did not let this in. Check the arguments.',
    issuer:
      'The issuer did not accept the login. Try again; if it stays, compare the client with the issuer’s.',
    link: 'The service did not take this way in. Check what you typed, then try again.',
    mail: 'The service does not take that. Copy both parts again from the newest mail.',
    service: 'The service refused to answer. Check the fields, then try again.',
    signOut: 'The issuer refused it. Open its page in the browser and sign out there.',
    other: 'The service no longer accepts this session. Log in again, then repeat it.',
  },
  rejectedBecause: {
    accountDisabled: 'The service has disabled this account. Ask whoever looks after the service.',
    emailNotConfirmed:
      'The e-mail of this account is not confirmed yet. Follow the mail of the service, or have it sent again.',
    denied: 'The login was denied on the issuer’s page. Try again, or ask whoever looks after the issuer.',
    tooLate: 'The time for this login ran out. Begin again.',
  } satisfies Record<RejectionCause, string>,
  confirmFirst:
    'The account is created. The service wants its e-mail confirmed before it may log in: follow the mail of the service, or have it sent again.',

  unreachable: 'The service cannot be reached. Check the connection, then try again.',
  // Where the address may be what is wrong.
  unreachableNewService:
    'Nothing answers at that address. Check it for mistakes, and check the connection; then check again.',
  badCertificate:
    'The service could not prove who it is: its certificate is not good, so nothing was sent. Check the address and this computer’s clock, or tell whoever looks after the service.',

  tooManyRequests: 'There were too many tries. Wait a moment, then try again.',
  tooManyRequestsFor: 'There were too many tries. Wait {wait}, then try again.',
  serviceFailed: 'The service answered with a failure.',
  serviceFailedWith: 'The service answered with a failure ({status}).',
  serviceFailedSaying: 'The service answered with a failure: “{text}”.',
  serviceFailedWithSaying: 'The service answered with a failure ({status}): “{text}”.',
  nothingHasChanged: 'Nothing has changed; try again in a moment.',
  nothingHasChangedFor: 'Nothing has changed; try again in {wait}.',
  noRoom:
    'The disk that the service keeps its accounts on is full, so nothing was saved. For accounts of this computer, free some space; then try again.',
  server: {
    untrusted:
      'The answer cannot be trusted: it failed a check that keeps others from answering in the name of the service. Check this computer’s clock, then try again; if it stays, tell whoever looks after the service.',
    otherProtocol:
      'What answers there does not speak the protocol of such a service. Check the address; a network that wants a login of its own first can cause it too.',
    redirected:
      'The service sent the request on to another address. Hotseat does not follow, since a token would go along. Ask for that address itself, if it is one of the service.',
    otherOrigin:
      'The service sends its sign-ins to an address that nobody has accepted. Edit the service in the settings, check it again, and accept the address only if you expect it.',
  } satisfies Record<Exclude<ServerProblem, 'tooManyRequests'>, string>,

  storage: {
    diskFull: 'The disk is full, so the change could not be saved. Free some space, then try again.',
    notPermitted: 'Hotseat may not write to its folder. Check who owns it, then try again.',
    newerVersion:
      'A newer Hotseat wrote these accounts, so this one leaves them as they are. Update Hotseat.',
    keyringUnavailable:
      'The keyring is locked or away, so sessions cannot be read or kept. Unlock it, then try again.',
    failed: 'The change could not be saved to the disk. Try again; if it stays, check the disk.',
  } satisfies Record<StorageProblem, string>,

  conflict: {
    emailTaken: 'There is an account with that e-mail already. Log in to it, or use another e-mail.',
    anonymousWouldGo:
      'That would remove the anonymous account that is active, since nobody can log in to it again. Log it out first.',
    noWayToUnlock: 'This account has no PIN or passphrase yet. Set one up before you lock it.',
    identityLinked: 'That way in belongs to an account already. Log in with it instead, or link another one.',
    serviceHasAccounts:
      'This cannot change while the service has accounts, since their sessions would go elsewhere. Add a second service instead.',
    serviceKnown: 'That service is here already. Use that one, or correct the fields.',
    notOffered: 'The service does not have that. Choose another way, or ask whoever looks after the service.',
    portTaken:
      'Another program, or another login, holds the redirect port. End it, or choose another port here and at the issuer.',
  } satisfies Record<ConflictCause, string>,
  // Where it can be said better what it is that the service does not have.
  notOffered: {
    apiKey: 'The service does not take API keys. Choose another way, or ask whoever looks after the service.',
    customToken:
      'The service does not take custom tokens. Choose another way, or ask whoever looks after the service.',
    customFunction:
      'The service has no function that logs in. Choose another way, or ask whoever looks after the service.',
    service:
      'The service has no way to log in that Hotseat knows. Allow the client authorization code with PKCE (S256), or the device grant, at the issuer.',
    signOut: 'The issuer cannot be signed out of from here. Open its page in the browser and sign out there.',
  },

  unlock: {
    lost: 'What this account was locked with is no longer on this computer. Log in instead.',
    notConfirmed: 'Touch ID did not say yes. That was no attempt; type the PIN or passphrase instead.',
    tooOften: 'That was the last attempt, so the account was logged out. Log in again to use it.',
    tooSoon: 'Nothing was tried.',
    wrong: 'That was not right.',
    wait: 'Wait {wait}.',
    tryAgain: 'Try again.',
    attemptsLeft:
      '{count, plural, one {One attempt is left; after that the account is logged out.} other {# attempts are left; after that the account is logged out.}}',
  },

  attention: {
    sessionExpired: 'The session has run out. Log in again to go on.',
    sessionRevoked: 'The service ended the session. Log in again to go on.',
    sessionEndsSoon: 'The session ends soon. Log in again to keep it.',
    unreachable: 'The service cannot be reached at the moment. Hotseat keeps trying.',
    sessionNotSaved: 'The session is in memory only. After a restart you will log in again.',
    keyringUnavailable:
      'The keyring is locked or away, so the session cannot be read. Unlock it, then check again.',
  } satisfies Record<AttentionReason, string>,
  endedByService: '{name}’s session was ended by the service.',
  hasRunOut: '{name}’s session has run out.',
} as const;
