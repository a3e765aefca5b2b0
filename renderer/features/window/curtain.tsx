import { Armchair } from 'lucide-react';
import { createPortal } from 'react-dom';
import { useMirror } from '../../state/mirror.ts';
import { lockWords } from '../../text/lock-words.ts';
import styles from './curtain.module.css';

/**
 * Over all that the window draws, as long as its person is elsewhere. What is behind it stays as it is, its focus too.
 * React Aria leaves alone what is marked as above everything: a dialog neither hides it nor closes at a press on it.
 */
export const Curtain = () => {
  const isDown = useMirror(({ isCurtainDown }) => isCurtainDown);
  if (!isDown) return undefined;
  return createPortal(
    <div className={styles['curtain']} data-react-aria-top-layer="true">
      <Armchair size={32} strokeWidth={1.5} aria-hidden="true" className={styles['sign']} />
      <p>{lockWords.covered}</p>
    </div>,
    document.body,
  );
};
