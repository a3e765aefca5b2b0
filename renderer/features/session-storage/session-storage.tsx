import { LoaderCircle, LockKeyhole, TriangleAlert } from 'lucide-react';
import { useMirror } from '../../state/mirror.ts';
import { perform } from '../../state/perform.ts';
import { words } from '../../text/spoken.ts';
import { storageSentence } from '../../text/stored-sentences.ts';
import { Button } from '../../ui/button.tsx';
import { CheckAgain } from './check-again.tsx';
import styles from './session-storage.module.css';

const icons = {
  checking: LoaderCircle,
  protected: LockKeyhole,
  unprotected: TriangleAlert,
  inMemoryByRule: LockKeyhole,
};

export const SessionStorage = () => {
  const storage = useMirror(({ sessionStorage }) => sessionStorage);
  const platform = useMirror((mirror) => mirror.platform);
  const { lead, rest } = storageSentence(storage, platform);
  const isAnother = storage.kind === 'protected' && storage.isAnother;
  const Icon = isAnother ? TriangleAlert : icons[storage.kind];
  return (
    <section
      aria-label={words.sessionStorage}
      className={styles['storage']}
      data-kind={isAnother ? 'unprotected' : storage.kind}
    >
      <Icon size={16} aria-hidden="true" className={styles['icon']} />
      <p className={styles['sentence']}>
        <span className={styles['lead']}>{lead}</span>
        {rest !== undefined && ` ${rest}`}
      </p>
      {storage.kind === 'unprotected' && <CheckAgain />}
      {isAnother && <BeginAnew />}
    </section>
  );
};

/** No question before it: what the old keyring sealed is put aside, not erased. */
const BeginAnew = () => (
  <Button onPress={() => void perform('beginWithNewKey', undefined)}>{words.beginWithThisKeyring}</Button>
);
