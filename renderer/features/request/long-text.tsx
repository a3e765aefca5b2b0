import { useMemo, useState } from 'react';
import { byteSize } from '../../text/byte-size.ts';
import { requestWords } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import styles from './long-text.module.css';
import { textChunks } from './text-chunks.ts';

interface LongTextProps {
  readonly label: string;
  readonly text: string;
}

/** So much is drawn at once; the rest when the person wants it. */
const shownAtFirst = 64_000;

/** Text as it came. Long text is drawn in pieces, of which only those in sight are laid out. */
export const LongText = ({ label, text }: LongTextProps) => {
  const [isWhole, setIsWhole] = useState(false);
  const isCut = !isWhole && text.length > shownAtFirst;
  const chunks = useMemo(() => textChunks(isCut ? text.slice(0, shownAtFirst) : text), [text, isCut]);
  return (
    <>
      {/* A surface that scrolls must be reachable by keyboard. */}
      <div role="group" aria-label={label} tabIndex={0} className={styles['text']}>
        {chunks.map((chunk, index) => (
          <pre key={index} className={styles['chunk']}>
            {chunk}
          </pre>
        ))}
      </div>
      {isCut && (
        <Button look="link" onPress={() => setIsWhole(true)}>
          {requestWords.showAll({ size: byteSize(text.length) })}
        </Button>
      )}
    </>
  );
};
