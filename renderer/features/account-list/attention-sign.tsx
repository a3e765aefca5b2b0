import { Button } from 'react-aria-components/Button';
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import type { UserView } from '../../../app/contract/views.ts';
import { attention } from '../../text/sentences.ts';
import { words } from '../../text/words.ts';
import hidden from '../../ui/hidden.module.css';
import styles from './attention-sign.module.css';

/** A sign that says its sentences to a pointer, to the keyboard and to assistive technology. */
export const AttentionSign = ({ user }: { readonly user: UserView }) => {
  const sentences = user.attention.map((reason) => attention[reason].sentence).join(' ');
  const isLoud = user.attention.some((reason) => attention[reason].isLoud);
  return (
    <>
      <span className={hidden['hidden']}>{sentences}</span>
      <TooltipTrigger delay={300}>
        <Button
          aria-label={words.attentionOf(user.name)}
          className={styles['sign'] ?? ''}
          data-loud={isLoud || undefined}
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
