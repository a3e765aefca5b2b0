import { CircleDashed, TriangleAlert } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import type { AttentionReason } from '../../../app/contract/views.ts';
import { attention } from '../../text/sentences.ts';
import styles from './attention-sign.module.css';

/** A sign that says its sentences to a pointer, to the keyboard and to assistive technology. */
export const AttentionSign = ({ reasons }: { readonly reasons: readonly AttentionReason[] }) => {
  const sentences = reasons.map((reason) => attention[reason].sentence).join(' ');
  const isLoud = reasons.some((reason) => attention[reason].isLoud);
  const Icon = isLoud ? TriangleAlert : CircleDashed;
  return (
    <TooltipTrigger delay={300}>
      <Button aria-label={sentences} className={styles['sign'] ?? ''} data-loud={isLoud || undefined}>
        <Icon size={16} aria-hidden="true" />
      </Button>
      <Tooltip className={styles['tooltip'] ?? ''} offset={6}>
        {sentences}
      </Tooltip>
    </TooltipTrigger>
  );
};
