import type { ServiceId } from '../../../app/contract/bridge.ts';
import { useMirror } from '../../state/mirror.ts';
import { words, logInWords } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import styles from './anonymous-offer.module.css';

interface AnonymousOfferProps {
  readonly serviceId: ServiceId;
  readonly isDisabled: boolean;
  readonly onContinue: (isReused: boolean) => void;
}

/** The way in without an account. Where somebody anonymous is here already, it leads back to them. */
export const AnonymousOffer = ({ serviceId, isDisabled, onContinue }: AnonymousOfferProps) => {
  const present = useMirror(({ users }) => {
    for (const user of users.values()) if (user.isAnonymous && user.serviceId === serviceId) return user.name;
    return undefined;
  });
  return (
    <div className={styles['offer']}>
      <Button isDisabled={isDisabled} onPress={() => onContinue(true)}>
        {words.continueAnonymously}
      </Button>
      <div className={styles['hint']}>
        <p>{present === undefined ? words.anonymousHint : words.anonymousIsHere({ name: present })}</p>
        {present !== undefined && (
          <Button look="link" isDisabled={isDisabled} onPress={() => onContinue(false)}>
            {logInWords.newAnonymous}
          </Button>
        )}
      </div>
    </div>
  );
};
