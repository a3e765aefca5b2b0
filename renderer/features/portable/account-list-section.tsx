import { useState } from 'react';
import type { ExportedAccounts, ImportPreview } from '../../../app/contract/portable-views.ts';
import { useMirror } from '../../state/mirror.ts';
import { useTask } from '../../state/use-task.ts';
import { exportedSentence } from '../../text/portable-sentences.ts';
import { sentenceOf } from '../../text/sentences.ts';
import { portableWords } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import { DialogText } from '../../ui/dialog.tsx';
import { Message } from '../../ui/message.tsx';
import { Section } from '../../ui/section.tsx';
import { ImportDialog } from './import-dialog.tsx';
import styles from './portable.module.css';

/** The list of accounts into a file, and from one. */
export const AccountListSection = () => {
  const mayExport = useMirror(({ desk }) => desk.mayExport);
  const [exported, setExported] = useState<ExportedAccounts>();
  const [preview, setPreview] = useState<ImportPreview>();
  const { isRunning, error, run } = useTask(() => undefined);
  const save = async () => {
    const outcome = await window.hotseat.execute('exportAccounts', undefined);
    if (outcome.ok) setExported(outcome.value);
    return outcome;
  };
  const open = async () => {
    const outcome = await window.hotseat.execute('openAccountList', undefined);
    if (outcome.ok) setPreview(outcome.value);
    return outcome;
  };
  const begin = (work: typeof save | typeof open) => {
    setExported(undefined);
    void run(work);
  };
  return (
    <Section title={portableWords.title}>
      <DialogText>
        {mayExport ? portableWords.lead : `${portableWords.lead} ${portableWords.exportDenied}`}
      </DialogText>
      <div className={styles['buttons']}>
        <Button isDisabled={!mayExport} isPending={isRunning} onPress={() => begin(save)}>
          {portableWords.export}
        </Button>
        <Button isPending={isRunning} onPress={() => begin(open)}>
          {portableWords.import}
        </Button>
      </div>
      {exported && (
        <Message tone="plain" role="status">
          {exportedSentence(exported)}
        </Message>
      )}
      {error && (
        <Message tone="fault" role="alert">
          {sentenceOf(error)}
        </Message>
      )}
      {preview && <ImportDialog preview={preview} onClose={() => setPreview(undefined)} />}
    </Section>
  );
};
