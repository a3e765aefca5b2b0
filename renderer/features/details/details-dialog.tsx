import { useState } from 'react';
import type { UserView } from '../../../app/contract/views.ts';
import { useService } from '../../state/mirror.ts';
import { closeDialog } from '../../state/view.ts';
import { sentenceOf } from '../../text/sentences.ts';
import { words, detailWords } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Message } from '../../ui/message.tsx';
import { AboutSection } from './about-section.tsx';
import { ApiKeysSection } from './api-keys-section.tsx';
import { BrowserSection } from './browser-section.tsx';
import { CustomData } from './custom-data.tsx';
import styles from './details.module.css';
import { LinkPage } from './link-page.tsx';
import { useAccountDetails } from './use-account-details.ts';
import { WaysInSection } from './ways-in-section.tsx';

/** What there is to know about one account, and what it can change about itself at its service. */
export const DetailsDialog = ({ user }: { readonly user: UserView }) => {
  const service = useService(user);
  const { details, error, isReading, read } = useAccountDetails(user.id);
  const [isLinking, setIsLinking] = useState(false);
  const [isLinked, setIsLinked] = useState(false);
  const isIn = user.state === 'authenticated';
  const isAppServices = service !== undefined && service.kind !== 'openIdConnect';

  const pages = () => {
    if (!service) return undefined;
    if (isLinking && isIn && isAppServices)
      return (
        <LinkPage
          user={user}
          service={service}
          onBack={() => setIsLinking(false)}
          onLinked={(linked) => {
            read.take(linked);
            setIsLinking(false);
            setIsLinked(true);
          }}
        />
      );
    if (!details) return undefined;
    return (
      <>
        <AboutSection user={user} service={service} details={details} />
        <WaysInSection
          identities={details.identities}
          isLinked={isLinked}
          onLink={isIn && isAppServices ? () => setIsLinking(true) : undefined}
        />
        {isAppServices && isIn && (
          <CustomData data={details.customData} isReading={isReading} onRefresh={read.afresh} />
        )}
        {isAppServices && isIn && !user.isAnonymous && <ApiKeysSection userId={user.id} />}
        {service.kind === 'openIdConnect' && <BrowserSection userId={user.id} serviceName={service.name} />}
      </>
    );
  };

  return (
    <Dialog title={detailWords.title({ name: user.name })} width="wide" onClose={closeDialog}>
      {error && (
        <div className={styles['fault']}>
          <Message
            tone="fault"
            role="alert"
            actions={details ? undefined : <Button onPress={read.again}>{words.tryAgain}</Button>}
          >
            {sentenceOf(error)}
          </Message>
        </div>
      )}
      {!details && !error && (
        <p role="status" className={styles['wait']}>
          {detailWords.loading}
        </p>
      )}
      {pages()}
    </Dialog>
  );
};
