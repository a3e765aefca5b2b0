import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { ServiceId, UserId } from '../../app/contract/bridge.ts';
import type { FoundView } from '../../app/contract/quick-switcher-views.ts';
import type { ServiceDraft } from '../../app/contract/service-draft.ts';
import type { Push } from '../../app/contract/views.ts';
import type { Language } from '../../app/text/language.ts';

export type OpenDialog =
  | { readonly kind: 'addAccount'; readonly serviceId?: ServiceId }
  /** `serviceForm`: the form of a service is open at once, of the one with `editedId` or of a new one. */
  | {
      readonly kind: 'settings';
      /** `removals`: at the newest receipt. `language`: where the person has just chosen another. */
      readonly startsWith?: 'serviceForm' | 'removals' | 'language';
      readonly editedId?: ServiceId;
      /** What the form of a new service begins with. */
      readonly draft?: ServiceDraft;
    }
  | { readonly kind: 'removeAll' | 'audit' | 'diagnosis' }
  /** `found`: for nothing typed, in that language. */
  | { readonly kind: 'quickSwitcher'; readonly found: readonly FoundView[]; readonly language: Language }
  | { readonly kind: 'removeUsers' | 'logOutUsers'; readonly userIds: readonly UserId[] }
  | {
      readonly kind:
        | 'logInAgain'
        | 'unlock'
        | 'setUpUnlocking'
        | 'giveUpUnlocking'
        | 'details'
        | 'logOutAnonymous'
        | 'rename'
        | 'deleteAccount'
        | 'remove';
      readonly userId: UserId;
    };

type RemovalProgress = Omit<Extract<Push, { kind: 'removalProgress' }>, 'kind'>;
/** Who would be active if the person, with keys held, let go now. */
export type CyclingPreview = NonNullable<Extract<Push, { kind: 'cycling' }>['preview']>;
type LogInStepPush = Extract<Push, { kind: 'logInStep' }>;

/** Says it in the language of the moment in which it is drawn. */
type Sentence = () => string;

/** What the window knows and main need not: nothing in it outlives the window. */
export interface View {
  readonly dialog: OpenDialog | undefined;
  readonly cycling: CyclingPreview | undefined;
  readonly searchText: string;
  /** What says how the last action failed, until it is dismissed or replaced. */
  readonly alert: Sentence | undefined;
  /** A user whose login finished after the person had switched: offered, not imposed. */
  readonly offeredId: UserId | undefined;
  /** Who was logged out here and may still be signed in at the issuer, in the browser. */
  readonly leftInBrowserId: UserId | undefined;
  /** Whose session ended while they were active, until somebody is active again. */
  readonly endedId: UserId | undefined;
  /** Does the list show only the accounts that need the person? */
  readonly isNeedyOnly: boolean;
  /** The last step that a login of this window came to. */
  readonly logInStep: Pick<LogInStepPush, 'attemptId' | 'step'> | undefined;
  /** How many accounts were removed last, as long as their receipts are offered. */
  readonly receiptsOffered: number;
  /** What says what came of the last thing that was asked for several accounts, until it is dismissed. */
  readonly result: Sentence | undefined;
  /** How far the removal of all accounts, or of several, is. */
  readonly removalProgress: RemovalProgress | undefined;
  /** What the notice of an update said when the person put it off. */
  readonly updatePutOff: string | undefined;
  /** `count` tells two equal announcements apart. */
  readonly announcement: { readonly text: string; readonly count: number };
}

export const viewStore = createStore<View>(() => ({
  dialog: undefined,
  cycling: undefined,
  searchText: '',
  alert: undefined,
  offeredId: undefined,
  leftInBrowserId: undefined,
  endedId: undefined,
  isNeedyOnly: false,
  logInStep: undefined,
  receiptsOffered: 0,
  result: undefined,
  removalProgress: undefined,
  updatePutOff: undefined,
  announcement: { text: '', count: 0 },
}));

export const useView = <T>(select: (view: View) => T): T => useStore(viewStore, select);

export const openDialog = (dialog: OpenDialog): void => viewStore.setState({ dialog });
export const closeDialog = (): void => viewStore.setState({ dialog: undefined });
export const showCycling = (cycling: CyclingPreview | undefined): void => viewStore.setState({ cycling });
export const setSearchText = (searchText: string): void => viewStore.setState({ searchText });
export const showAlert = (sentence: Sentence): void => viewStore.setState({ alert: sentence });
export const dismissAlert = (): void => viewStore.setState({ alert: undefined });
export const offerUser = (userId: UserId): void => viewStore.setState({ offeredId: userId });
export const withdrawOffer = (): void => viewStore.setState({ offeredId: undefined });

export const offerBrowserSignOut = (userId: UserId): void => viewStore.setState({ leftInBrowserId: userId });
export const withdrawBrowserSignOut = (): void => viewStore.setState({ leftInBrowserId: undefined });
export const showEnded = (userId: UserId | undefined): void => viewStore.setState({ endedId: userId });
export const showNeedyOnly = (isNeedyOnly: boolean): void => viewStore.setState({ isNeedyOnly });
export const showLogInStep = ({ attemptId, step }: LogInStepPush): void =>
  viewStore.setState({ logInStep: { attemptId, step } });
export const offerReceipts = (count: number): void => viewStore.setState({ receiptsOffered: count });
export const withdrawReceipts = (): void => viewStore.setState({ receiptsOffered: 0 });
export const showResult = (result: Sentence): void => viewStore.setState({ result });
export const dismissResult = (): void => viewStore.setState({ result: undefined });
export const showRemovalProgress = (removalProgress: RemovalProgress | undefined): void =>
  viewStore.setState({ removalProgress });

export const putOffUpdate = (updatePutOff: string): void => viewStore.setState({ updatePutOff });

export const announce = (text: string): void =>
  viewStore.setState(({ announcement }) => ({ announcement: { text, count: announcement.count + 1 } }));

/** Of a user who is locked nothing stays open but what opens the lock. */
export const closeDialogsOf = (userId: UserId): void =>
  viewStore.setState(({ dialog }) => ({
    dialog:
      dialog && 'userId' in dialog && dialog.userId === userId && dialog.kind !== 'unlock'
        ? undefined
        : dialog,
  }));

/** A removed user leaves nothing behind, here neither. */
export const forgetUser = (userId: UserId): void =>
  viewStore.setState((view) => ({
    dialog: view.dialog && 'userId' in view.dialog && view.dialog.userId === userId ? undefined : view.dialog,
    offeredId: view.offeredId === userId ? undefined : view.offeredId,
    leftInBrowserId: view.leftInBrowserId === userId ? undefined : view.leftInBrowserId,
    endedId: view.endedId === userId ? undefined : view.endedId,
  }));
