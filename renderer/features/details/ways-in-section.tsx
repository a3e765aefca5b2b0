import type { AccountDetails } from '../../../app/contract/views.ts';
import { detailWords } from '../../text/spoken.ts';
import { wayInName } from '../../text/way-in-name.ts';
import { Button } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './details.module.css';

interface WaysInSectionProps {
  readonly identities: AccountDetails['identities'];
  readonly isLinked: boolean;
  readonly onLink: (() => void) | undefined;
}

/** The identities of the account at its service. */
export const WaysInSection = ({ identities, isLinked, onLink }: WaysInSectionProps) => (
  <Section
    title={detailWords.waysIn}
    action={
      onLink && (
        <Button autoFocus={isLinked} onPress={onLink}>
          {detailWords.linkAnother}
        </Button>
      )
    }
  >
    <div role="status">
      {isLinked && (
        <div className={styles['told']}>
          <Message tone="plain">{detailWords.isLinked}</Message>
        </div>
      )}
    </div>
    {identities.length === 0 ? (
      <p className={styles['none']}>{detailWords.noWays}</p>
    ) : (
      <ul aria-label={detailWords.waysIn} className={styles['list']}>
        {identities.map(({ id, providerType }) => (
          <li key={`${providerType} ${id}`} className={styles['item']}>
            <span className={styles['name']}>{wayInName(providerType)}</span>
            <bdi className={styles['id']}>{id}</bdi>
          </li>
        ))}
      </ul>
    )}
  </Section>
);
