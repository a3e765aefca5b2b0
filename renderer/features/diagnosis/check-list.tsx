import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import type { SaidCheck } from '../../../app/contract/diagnosis-views.ts';
import { diagnosingWords } from '../../text/spoken.ts';
import styles from './diagnosis.module.css';

const icons = { ok: CircleCheck, advice: TriangleAlert, failed: CircleAlert };

/** Every check by its number, each with a sign and a word of what it came to. */
export const CheckList = ({ checks }: { readonly checks: readonly SaidCheck[] }) => (
  <ol className={styles['checks']} aria-label={diagnosingWords.checks}>
    {checks.map(({ number, verdict, name, worth, sentence }) => {
      const Icon = icons[verdict];
      return (
        <li key={number} value={number} className={styles['check']} data-verdict={verdict}>
          <span className={styles['number']}>{number}</span>
          <Icon size={18} aria-hidden="true" className={styles['icon']} />
          <span className={styles['name']}>{name}</span>
          <span className={styles['verdict']}>{worth}</span>
          <span className={styles['sentence']}>{sentence}</span>
        </li>
      );
    })}
  </ol>
);
