import { useState } from 'react';
import type { UserId } from '../../../app/contract/bridge.ts';
import type { ServiceView } from '../../../app/contract/views.ts';
import { sentenceOf } from '../../text/sentences.ts';
import { words, logInWords } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import { DialogText } from '../../ui/dialog.tsx';
import { Message } from '../../ui/message.tsx';
import { BrowserStep } from './browser-step.tsx';
import { DeviceStep } from './device-step.tsx';
import styles from './issuer-log-in.module.css';
import type { LogIn } from './use-log-in.ts';

type Issuer = Extract<ServiceView, { kind: 'openIdConnect' }>;

interface IssuerLogInProps {
  readonly service: Issuer;
  readonly logIn: LogIn;
  readonly lead: string;
  /** Logging in again as this user. */
  readonly expectedUserId?: UserId;
  readonly hasFocus: boolean;
}

/** Logging in on the issuer's own page: in the browser of this computer, or in one anywhere. */
export const IssuerLogIn = ({ service, logIn, lead, expectedUserId, hasFocus }: IssuerLogInProps) => {
  const { progress, step } = logIn;
  const [hasStarted, setHasStarted] = useState(false);

  const start = (kind: Issuer['ways'][number]) => {
    setHasStarted(true);
    void logIn.start({
      command: 'logIn',
      input: {
        serviceId: service.id,
        method: { kind },
        ...(expectedUserId === undefined ? {} : { expectedUserId }),
      },
    });
  };

  if (progress.kind === 'working') {
    const { attemptId } = progress;
    if (step?.kind === 'browser') return <BrowserStep attemptId={attemptId} onCancel={logIn.cancel} />;
    if (step?.kind === 'deviceCode')
      return <DeviceStep attemptId={attemptId} step={step} onCancel={logIn.cancel} />;
    return <Asking onCancel={logIn.cancel} />;
  }

  return (
    <>
      {progress.kind === 'failed' && (
        <div className={styles['fault']}>
          <Message tone="fault" role="alert">
            {sentenceOf(progress.error, 'issuer')}
          </Message>
        </div>
      )}
      <DialogText>{lead}</DialogText>
      <div className={styles['ways']}>
        {service.ways.map((way, index) => (
          <Button
            key={way}
            look={index === 0 ? 'loud' : 'plain'}
            autoFocus={index === 0 && (hasFocus || hasStarted)}
            onPress={() => start(way)}
          >
            {logInWords[labels[way]]}
          </Button>
        ))}
      </div>
    </>
  );
};

const labels = { browser: 'continueInBrowser', deviceCode: 'useDeviceCode' } as const;

/** Between the button and the issuer's answer. */
const Asking = ({ onCancel }: { readonly onCancel: () => void }) => (
  <div className={styles['asking']}>
    <p role="status" className={styles['wait']}>
      {logInWords.askingIssuer}
    </p>
    <Button autoFocus onPress={onCancel}>
      {words.cancel}
    </Button>
  </div>
);
