import { useState } from 'react';
import { useMirror } from '../../state/mirror.ts';
import { words } from '../../text/spoken.ts';
import { storageSentence } from '../../text/stored-sentences.ts';
import { DialogText } from '../../ui/dialog.tsx';
import { Section } from '../../ui/section.tsx';
import { CheckAgain } from './check-again.tsx';
import styles from './session-storage.module.css';

/** How sessions are kept right now, for who wants to be sure. */
export const StorageSection = () => {
  const storage = useMirror(({ sessionStorage }) => sessionStorage);
  const platform = useMirror((mirror) => mirror.platform);
  const { lead, rest } = storageSentence(storage, platform);
  const [isChecked, setIsChecked] = useState(false);
  return (
    <Section title={words.howSessionsAreKept} action={<CheckAgain onChecked={() => setIsChecked(true)} />}>
      <DialogText>{rest === undefined ? lead : `${lead} ${rest}`}</DialogText>
      <p role="status" className={styles['checked']}>
        {isChecked && storage.kind === 'protected' && words.storageTried}
      </p>
    </Section>
  );
};
