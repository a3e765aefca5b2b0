import type { HotseatBridge, ErrorReport } from '../../app/contract/bridge.ts';
import type { UserView } from '../../app/contract/views.ts';
import { sentenceOf, isWorthTelling } from '../text/sentences.ts';
import { lockWords, words, linkWords, logInWords } from '../text/spoken.ts';
import { feedMirror, type MirrorFeed, type OtherPush } from './mirror-feed.ts';
import { mirrorStore, readMirror } from './mirror.ts';
import type { Mirror, ReadyMirror } from './mirror-state.ts';
import { shownWorkspaceId } from './page-sign-in.ts';
import { leaveQuickSwitcher, openQuickSwitcher } from './quick-switcher.ts';
import { deselect, isSelectionRunning } from './selection.ts';
import { keepStill, leaveStage, openSearch } from './stage.ts';
import { giveWayTo } from './page-sign-in.ts';
import { hasEnded, transitionsBetween } from './transitions.ts';
import {
  announce,
  closeDialogsOf,
  forgetUser,
  offerBrowserSignOut,
  openDialog,
  showAlert,
  showCycling,
  showEnded,
  showLogInStep,
  showRemovalProgress,
  viewStore,
  withdrawOffer,
} from './view.ts';
import { answers } from './window-answers.ts';

/** Puts the mirror in step with main and tells the person what changes. */
export const startState = (bridge: HotseatBridge): MirrorFeed => {
  mirrorStore.subscribe(tell);
  return feedMirror(bridge, mirrorStore.getState, (mirror) => mirrorStore.setState(mirror, true), answer);
};

const tell = (after: Mirror, before: Mirror): void => {
  if (after.kind !== 'ready') return;
  if (before.kind !== 'ready') return tellOfBefore(after);
  const { added, removed, loggedOut, locked, nowActive, endedActive, leftInBrowser } = transitionsBetween(
    before,
    after,
  );
  for (const { id } of removed) forgetUser(id);
  if (removed.length > 0) deselect(new Set(removed.map(({ id }) => id)));
  for (const { id } of locked) closeDialogsOf(id);
  if (nowActive) {
    leaveStage();
    leaveQuickSwitcher();
  }
  const hasGivenWay = nowActive !== undefined && giveWayTo(after.activeId);
  if (nowActive?.user && viewStore.getState().offeredId === nowActive.user.id) withdrawOffer();
  if (endedActive) showEnded(endedActive.id);
  else if (after.activeId !== undefined) showEnded(undefined);
  if (leftInBrowser) offerBrowserSignOut(leftInBrowser.id);
  const told = [
    ...named(removed, words.wasRemoved, words.wereRemoved),
    ...named(loggedOut, words.wasLoggedOut, words.wereLoggedOut),
    ...named(locked, lockWords.wasLocked, lockWords.wereLocked),
    ...additions(added.filter(({ id }) => id !== after.activeId)),
    ...(nowActive
      ? [nowActive.user ? words.nowActive({ name: nowActive.user.name }) : words.nobodyIsActive]
      : []),
    ...(hasGivenWay ? [logInWords.signInGaveWay] : []),
  ];
  if (told.length > 0) announce(told.reduce((first, second) => words.alsoAnnounced({ first, second })));
};

/** More than these nobody listens to by name. */
const mostNamed = 5;

/** What was asked for several accounts is told at its end, once. */
const named = (
  users: readonly UserView[],
  sayOne: (given: { readonly name: string }) => string,
  sayMany: (given: { readonly count: number }) => string,
): readonly string[] => {
  if (isSelectionRunning()) return [];
  return users.length > mostNamed
    ? [sayMany({ count: users.length })]
    : users.map(({ name }) => sayOne({ name }));
};

const additions = (added: readonly UserView[]): readonly string[] =>
  added.length > mostNamed
    ? [words.wereAdded({ count: added.length })]
    : added.map(({ id, name }) =>
        id === viewStore.getState().offeredId ? words.isSignedIn({ name }) : words.wasAdded({ name }),
      );

/** What happened before the window was there. */
const tellOfBefore = ({ lastActiveId, users }: ReadyMirror): void => {
  const last = lastActiveId && users.get(lastActiveId);
  if (last && hasEnded(last)) showEnded(last.id);
};

const stepWords = { browser: 'browserIsOpen', deviceCode: 'deviceLead', page: 'pageIsOpen' } as const;

const answer = (push: OtherPush): void => {
  switch (push.kind) {
    case 'open':
      if (push.what === 'findInPage') searchPage();
      else if (push.what === 'quickSwitcher') void openQuickSwitcher();
      else openDialog({ kind: push.what });
      return;
    case 'cycling':
      showCycling(push.preview);
      return;
    case 'workspaceStill':
      // One of an account that is not active any more comes too late.
      if (push.workspaceId === shownWorkspaceId()) keepStill(push);
      return;
    case 'answerPart':
      answers.receive(push);
      return;
    case 'logInStep':
      showLogInStep(push);
      announce(logInWords[stepWords[push.step.kind]]);
      return;
    case 'removalProgress':
      showRemovalProgress(push);
      return;
    case 'linkRefused':
      showAlert(() => linkWords.refused[push.because]);
      return;
    case 'logInAgain':
    case 'unlock':
    case 'setUpUnlocking':
    case 'logOutAnonymous':
    case 'rename':
    case 'details':
    case 'remove':
      openDialog({ kind: push.kind, userId: push.userId });
      return;
    case 'switchFailed': {
      const error = reportOf(push.code);
      if (isWorthTelling(error)) showAlert(() => sentenceOf(error));
    }
  }
};

/** Only where there is a page to search. */
const searchPage = (): void => {
  const workspaceId = shownWorkspaceId();
  if (viewStore.getState().dialog || workspaceId === undefined) return;
  if (readMirror().workspaces.some(({ id }) => id === workspaceId)) openSearch(workspaceId);
};

/** A switch fails in ways that need no more than the code to be told. */
const reportOf = (code: string): ErrorReport => {
  switch (code) {
    case 'userNotFound':
    case 'userLoggedOut':
    case 'locked':
    case 'deniedByPolicy':
    case 'cancelled':
    case 'superseded':
      return { code };
    case 'storageUnavailable':
      return { code, problem: 'failed' };
    case 'conflict':
      return { code, with: 'anonymousWouldGo' };
    default:
      return { code: 'unexpected' };
  }
};
