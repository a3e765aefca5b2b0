import type { AccountDetails } from '../../../app/contract/views.ts';
import { detailWords } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import styles from './details.module.css';

interface CustomDataProps {
  readonly data: AccountDetails['customData'];
  readonly isReading: boolean;
  readonly onRefresh: () => void;
}

/** What the service keeps with the account, to be read. Refreshing brings the profile and identities too. */
export const CustomData = ({ data, isReading, onRefresh }: CustomDataProps) => (
  <div className={styles['customData']}>
    <Disclosure title={detailWords.customData}>
      {data === undefined ? (
        <p className={styles['none']}>{detailWords.noCustomData}</p>
      ) : (
        // Long lines scroll, so the keyboard must get there.
        <pre role="region" tabIndex={0} aria-label={detailWords.customData} className={styles['json']}>
          {JSON.stringify(data, undefined, 2)}
        </pre>
      )}
      <div className={styles['refresh']}>
        <Button isPending={isReading} onPress={onRefresh}>
          {isReading ? detailWords.refreshing : detailWords.refresh}
        </Button>
      </div>
    </Disclosure>
  </div>
);
