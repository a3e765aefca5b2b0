import { Armchair } from 'lucide-react';
import { useEffect, useState, type MouseEvent } from 'react';
import { createPortal } from 'react-dom';
import { useMirror } from '../../state/mirror.ts';
import { lockWords } from '../../text/spoken.ts';
import styles from './curtain.module.css';

/** The press that brings the window back may arrive after the curtain has gone up: it is no press on what was behind. */
const shieldMs = 250;

/**
 * Over all that the window draws, as long as its person is elsewhere. What is behind it stays as it is, its focus too.
 * React Aria leaves alone what is marked as above everything: a dialog neither hides it nor closes at a press on it.
 */
export const Curtain = () => {
  const isDown = useMirror(({ isCurtainDown }) => isCurtainDown);
  const [isShielding, setShielding] = useState(false);
  if (isDown && !isShielding) setShielding(true);
  useEffect(() => {
    if (isDown || !isShielding) return undefined;
    const timer = setTimeout(() => setShielding(false), shieldMs);
    return () => clearTimeout(timer);
  }, [isDown, isShielding]);
  if (!isDown && !isShielding) return undefined;
  return createPortal(
    <div
      className={isDown ? styles['curtain'] : styles['shield']}
      data-react-aria-top-layer="true"
      onMouseDown={keepFocus}
    >
      {isDown && (
        <>
          <Armchair size={32} strokeWidth={1.5} aria-hidden="true" className={styles['sign']} />
          <p>{lockWords.covered}</p>
        </>
      )}
    </div>,
    document.body,
  );
};

/** A press on what takes no focus takes it from what has it. */
const keepFocus = (event: MouseEvent): void => event.preventDefault();
