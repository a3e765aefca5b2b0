import { X } from 'lucide-react';
import { useUser } from '../../state/mirror.ts';
import { perform } from '../../state/perform.ts';
import { takeSeat } from '../../state/take-seat.ts';
import {
  dismissAlert,
  dismissResult,
  openDialog,
  useView,
  withdrawBrowserSignOut,
  withdrawOffer,
  withdrawReceipts,
} from '../../state/view.ts';
import { removalWords, words, detailWords } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';
import styles from './outcomes.module.css';

/** What came of an action: the one alert, and the offer of a login that finished late. Both wait for the person. */
export const Outcomes = () => (
  <div className={styles['outcomes']} data-over-stage>
    <Offer />
    <LeftInBrowser />
    <Receipts />
    <Result />
    <Alert />
  </div>
);

const Alert = () => {
  const sentence = useView((view) => view.alert);
  if (sentence === undefined) return undefined;
  return (
    <Message
      tone="fault"
      role="alert"
      isLifted
      actions={
        <Button look="icon" aria-label={words.dismiss} onPress={dismissAlert}>
          <X size={16} aria-hidden="true" />
        </Button>
      }
    >
      {sentence()}
    </Message>
  );
};

const Offer = () => {
  const offered = useUser(useView((view) => view.offeredId));
  if (!offered) return undefined;
  const accept = () => {
    withdrawOffer();
    takeSeat(offered.id);
  };
  return (
    <Message
      tone="plain"
      isLifted
      actions={
        <>
          <Button look="quiet" onPress={withdrawOffer}>
            {words.notNow}
          </Button>
          <Button onPress={accept}>{words.switchToIt}</Button>
        </>
      }
    >
      {words.isSignedInNow({ name: offered.name })}
    </Message>
  );
};

/** What a removal did can be looked at; nobody has to. */
const Receipts = () => {
  const count = useView((view) => view.receiptsOffered);
  if (count === 0) return undefined;
  const show = () => {
    withdrawReceipts();
    openDialog({ kind: 'settings', startsWith: 'removals' });
  };
  return (
    <Message
      tone="plain"
      isLifted
      actions={
        <>
          <Button onPress={show}>{removalWords.showReceipts({ count })}</Button>
          <Button look="icon" aria-label={words.dismiss} onPress={withdrawReceipts}>
            <X size={16} aria-hidden="true" />
          </Button>
        </>
      }
    >
      {removalWords.areRemoved({ count })}
    </Message>
  );
};

/** What came of something that was asked for several accounts. */
const Result = () => {
  const sentence = useView((view) => view.result);
  if (sentence === undefined) return undefined;
  return (
    <Message
      tone="plain"
      role="status"
      isLifted
      actions={
        <Button look="icon" aria-label={words.dismiss} onPress={dismissResult}>
          <X size={16} aria-hidden="true" />
        </Button>
      }
    >
      {sentence()}
    </Message>
  );
};

/** After a log out here the issuer may still know the person in the browser. */
const LeftInBrowser = () => {
  const user = useUser(useView((view) => view.leftInBrowserId));
  if (user?.state !== 'loggedOut') return undefined;
  const accept = () => {
    withdrawBrowserSignOut();
    void perform('endBrowserSession', { userId: user.id }, 'signOut');
  };
  return (
    <Message
      tone="plain"
      isLifted
      actions={
        <>
          <Button look="quiet" onPress={withdrawBrowserSignOut}>
            {words.notNow}
          </Button>
          <Button onPress={accept}>{detailWords.signOutInBrowser}</Button>
        </>
      }
    >
      {detailWords.leftInBrowser({ name: user.name })}
    </Message>
  );
};
