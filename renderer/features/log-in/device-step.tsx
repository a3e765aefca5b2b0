import { QRCodeSVG } from 'qrcode.react';
import { useEffect, useRef } from 'react';
import { useNow } from '../../state/use-now.ts';
import { countdown, duration } from '../../text/durations.ts';
import { logInWords } from '../../text/spoken.ts';
import hidden from '../../ui/hidden.module.css';
import {
  codeGroups,
  leftToSay,
  qrAddressOf,
  spelledCode,
  typedAddress,
  type DeviceCodeStep,
} from './device-code.ts';
import styles from './step.module.css';
import { StepPage } from './step-page.tsx';

interface DeviceStepProps {
  readonly attemptId: string;
  readonly step: DeviceCodeStep;
  readonly onCancel: () => void;
}

/** The issuer waits for its code to be entered on another device. */
export const DeviceStep = ({ attemptId, step, onCancel }: DeviceStepProps) => {
  const qrAddress = qrAddressOf(step);
  return (
    <div className={styles['step']}>
      <p className={styles['lead']}>{logInWords.deviceLead}</p>
      <div className={styles['device']}>
        <div className={styles['texts']}>
          <p className={styles['address']}>
            <span className={styles['label']}>{logInWords.page}</span>
            <bdi>{typedAddress(step.verificationUrl)}</bdi>
          </p>
          <Code userCode={step.userCode} />
          <TimeLeft expiresAtMs={step.expiresAtMs} />
        </div>
        {qrAddress !== undefined && (
          <QRCodeSVG
            value={qrAddress}
            level="M"
            marginSize={4}
            title={logInWords.qrTitle({ host: hostOf(qrAddress) })}
            className={styles['qr']}
          />
        )}
      </div>
      <StepPage attemptId={attemptId} openLabel={logInWords.openHere} onCancel={onCancel} />
    </div>
  );
};

/** Takes the focus, so that a screen reader begins with it; a click selects it whole. */
const Code = ({ userCode }: { readonly userCode: string }) => {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => element.current?.focus(), []);
  return (
    <div ref={element} role="group" tabIndex={-1} aria-label={logInWords.code} className={styles['code']}>
      <span aria-hidden="true" className={styles['signs']}>
        {codeGroups(userCode).map((group, index) => (
          <span key={`${index} ${group}`} className={styles['signGroup']}>
            {group}
          </span>
        ))}
      </span>
      <span className={hidden['hidden']}>{spelledCode(userCode)}</span>
    </div>
  );
};

const TimeLeft = ({ expiresAtMs }: { readonly expiresAtMs: number }) => {
  const leftMs = expiresAtMs - useNow(1000);
  const said = leftToSay(leftMs);
  return (
    <>
      <p className={styles['left']}>
        {leftMs > 0 ? (
          <span role="timer">{logInWords.codeIsGoodFor({ left: countdown(leftMs) })}</span>
        ) : (
          logInWords.codeRanOut
        )}
      </p>
      <p aria-live="polite" className={hidden['hidden']}>
        {leftMs > 0 && said !== undefined && logInWords.codeIsGoodFor({ left: duration(said) })}
      </p>
    </>
  );
};

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : '');
