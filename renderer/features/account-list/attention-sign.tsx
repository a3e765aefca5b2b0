import { Button } from 'react-aria-components/Button';
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import type { UserView } from '../../../app/contract/views.ts';
import { isLoud } from '../../text/sentences.ts';
import { failureWords, words } from '../../text/spoken.ts';
import hidden from '../../ui/hidden.module.css';
import styles from './attention-sign.module.css';

/** A sign that says its sentences to a pointer, to the keyboard and to assistive technology. */
export const AttentionSign = ({ user }: { readonly user: UserView }) => {
  const sentences = user.attention.map((reason) => failureWords.attention[reason]).join(' ');
  const keepsFromGoingOn = user.attention.some((reason) => isLoud[reason]);
  return (
    <>
      <span className={hidden['hidden']}>{sentences}</span>
      <TooltipTrigger delay={300}>
        <Button
          aria-label={words.attentionOf({ name: user.name })}
          className={styles['sign'] ?? ''}
          data-loud={keepsFromGoingOn || undefined}
        >
          <span aria-hidden="true" className={styles['dot']}>
            !
          </span>
        </Button>
        <Tooltip className={styles['tooltip'] ?? ''} offset={6}>
          {sentences}
        </Tooltip>
      </TooltipTrigger>
    </>
  );
};
