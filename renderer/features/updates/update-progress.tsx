import { ProgressBar } from 'react-aria-components/ProgressBar';
import { updateWords } from '../../text/spoken.ts';
import styles from './updates.module.css';

interface UpdateProgressProps {
  readonly receivedBytes: number;
  readonly totalBytes: number;
}

export const UpdateProgress = ({ receivedBytes, totalBytes }: UpdateProgressProps) => (
  <ProgressBar
    aria-label={updateWords.downloading}
    className={styles['bar'] ?? ''}
    value={receivedBytes}
    maxValue={totalBytes}
  >
    {({ percentage = 0 }) => <span className={styles['fill']} style={{ width: `${percentage}%` }} />}
  </ProgressBar>
);
