import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import type { CheckResult } from '../../../app/contract/diagnosis-views.ts';
import { checkNamesShown, diagnosisWords, findingSentence } from '../../text/diagnosis-words.ts';
import styles from './diagnosis.module.css';

const icons = { ok: CircleCheck, advice: TriangleAlert, failed: CircleAlert };

/** Every check by its number, each with a sign and a word of what it came to. */
export const CheckList = ({ checks }: { readonly checks: readonly CheckResult[] }) => (
  <ol className={styles['checks']} aria-label={diagnosisWords.results}>
    {checks.map(({ number, check, verdict, finding }) => {
      const Icon = icons[verdict];
      return (
        <li key={number} value={number} className={styles['check']} data-verdict={verdict}>
          <span className={styles['number']}>{number}</span>
          <Icon size={18} aria-hidden="true" className={styles['icon']} />
          <span className={styles['name']}>{checkNamesShown[check]}</span>
          <span className={styles['verdict']}>{diagnosisWords.verdicts[verdict]}</span>
          <span className={styles['sentence']}>{findingSentence(finding)}</span>
        </li>
      );
    })}
  </ol>
);
