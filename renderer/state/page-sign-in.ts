import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { ServiceId, UserId } from '../../app/contract/bridge.ts';
import { isWorthTelling, sentenceOf } from '../text/sentences.ts';
import { mirrorStore } from './mirror.ts';
import { offerUser, showAlert, useView, viewStore, type View } from './view.ts';

/** A sign-in on the page of a website, which takes the place of the active user's workspace until it is over. */
export interface PageSignIn {
  readonly attemptId: string;
  readonly serviceId: ServiceId;
  /** What the person calls the account. */
  readonly name: string;
}

interface PageSignInRequest {
  readonly serviceId: ServiceId;
  readonly name: string;
  /** Signing in again as this user. */
  readonly expectedUserId?: UserId | undefined;
}

const store = createStore<{ readonly signIn: PageSignIn | undefined }>(() => ({ signIn: undefined }));

export const usePageSignIn = (): PageSignIn | undefined => useStore(store, ({ signIn }) => signIn);

/** The workspace that its page is in, once it is open. */
export const usePageWorkspaceId = (): UserId | undefined => {
  const signIn = usePageSignIn();
  return useView((view) => workspaceIdOf(view, signIn));
};

/** The workspace that the window shows: of the page that somebody signs in on, else of the active user. */
export const shownWorkspaceId = (): UserId | undefined => {
  const mirror = mirrorStore.getState();
  const { signIn } = store.getState();
  if (signIn) return workspaceIdOf(viewStore.getState(), signIn);
  return mirror.kind === 'ready' ? mirror.activeId : undefined;
};

const workspaceIdOf = ({ logInStep }: View, signIn: PageSignIn | undefined): UserId | undefined =>
  logInStep && logInStep.attemptId === signIn?.attemptId && logInStep.step.kind === 'page'
    ? logInStep.step.workspaceId
    : undefined;

/** Opens the page; what becomes of it is told here, since no dialog stays open over it. */
export const signInOnPage = async ({ serviceId, name, expectedUserId }: PageSignInRequest): Promise<void> => {
  cancelPageSignIn();
  const attemptId = crypto.randomUUID();
  store.setState({ signIn: { attemptId, serviceId, name } });
  const outcome = await window.hotseat.execute('logIn', {
    attemptId,
    serviceId,
    method: { kind: 'website', name },
    ...(expectedUserId === undefined ? {} : { expectedUserId }),
  });
  forget(attemptId);
  if (outcome.ok) {
    if (outcome.value.seat === 'inactive') offerUser(outcome.value.userId);
  } else if (isWorthTelling(outcome.error)) showAlert(() => sentenceOf(outcome.error, 'logIn'));
};

export const confirmPageSignIn = (): void => {
  const { signIn } = store.getState();
  if (signIn) void window.hotseat.execute('confirmSignedIn', { attemptId: signIn.attemptId });
};

export const cancelPageSignIn = (): void => {
  const { signIn } = store.getState();
  if (!signIn) return;
  forget(signIn.attemptId);
  void window.hotseat.execute('cancelLogIn', { attemptId: signIn.attemptId });
};

const forget = (attemptId: string): void =>
  store.setState(({ signIn }) => ({ signIn: signIn?.attemptId === attemptId ? undefined : signIn }));

/**
 * Another user is active now, under whose name the page would stand: gives a sign-in that is under way up. Answers
 * whether there was one; the user that has come of it is no other.
 */
export const giveWayTo = (activeId: UserId | undefined): boolean => {
  const { signIn } = store.getState();
  if (!signIn || activeId === undefined || activeId === workspaceIdOf(viewStore.getState(), signIn))
    return false;
  cancelPageSignIn();
  return true;
};
