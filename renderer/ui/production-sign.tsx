import { TriangleAlert } from 'lucide-react';
import { colourWords } from '../text/spoken.ts';
import styles from './production-sign.module.css';

interface ProductionSignProps {
  /** Does it stand on the warning colour itself? */
  readonly isOnColour?: boolean;
  /** Is there so little room in a small window that the sign has to do for the eye? */
  readonly isTight?: boolean;
}

/** Says in a word and a sign what the colour of an account warns of, so that nobody needs to see the colour. */
export const ProductionSign = ({ isOnColour = false, isTight = false }: ProductionSignProps) => (
  <span className={styles['sign']} data-on-colour={isOnColour || undefined} data-tight={isTight || undefined}>
    <TriangleAlert size={12} strokeWidth={2.5} aria-hidden="true" />
    <span className={styles['word']}>{colourWords.names.production}</span>
  </span>
);
