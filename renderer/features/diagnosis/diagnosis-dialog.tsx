import { useId, useState } from 'react';
import type { ErrorReport } from '../../../app/contract/bridge.ts';
import { closeDialog } from '../../state/view.ts';
import { isWorthTelling, sentenceOf } from '../../text/sentences.ts';
import { diagnosingWords } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Dialog, DialogButtons, DialogText } from '../../ui/dialog.tsx';
import { Message } from '../../ui/message.tsx';
import { copyText } from '../request/copied-text.ts';
import { CheckList } from './check-list.tsx';
import styles from './diagnosis.module.css';
import { useDiagnosis } from './use-diagnosis.ts';

/** What the checks came to, and the text that may be given away, in full before it is. */
export const DiagnosisDialog = () => {
  const { view, isRunning, error: runError, runAgain } = useDiagnosis();
  const [withAddresses, setWithAddresses] = useState(false);
  const [note, setNote] = useState<string>();
  const [saveError, setSaveError] = useState<ErrorReport>();
  const textId = useId();
  const text = withAddresses ? view?.textWithAddresses : view?.text;
  const error = saveError ?? runError;

  const save = async () => {
    setNote(undefined);
    const outcome = await window.hotseat.execute('saveDiagnosis', { withAddresses });
    if (outcome.ok) setNote(diagnosingWords.saved);
    setSaveError(outcome.ok || !isWorthTelling(outcome.error) ? undefined : outcome.error);
  };
  const copy = () => setNote(text !== undefined && copyText(text) ? diagnosingWords.copied : undefined);
  const repeat = () => {
    setNote(undefined);
    setSaveError(undefined);
    runAgain();
  };

  return (
    <Dialog title={diagnosingWords.diagnosis} width="wide" onClose={closeDialog}>
      <p role="status" className={styles['outcome']}>
        {isRunning ? diagnosingWords.running : view?.outcome}
      </p>
      {error && (
        <Message tone="fault" role="alert">
          {sentenceOf(error)}
        </Message>
      )}
      {view && <CheckList checks={view.checks} />}
      {text !== undefined && (
        <>
          <h3 id={textId} className={styles['heading']}>
            {diagnosingWords.whatIsSaved}
          </h3>
          <DialogText>{diagnosingWords.whatIsSavedHint}</DialogText>
          <pre className={styles['text']} role="region" aria-labelledby={textId} tabIndex={0}>
            {text}
          </pre>
          <Choice
            label={diagnosingWords.withAddresses}
            hint={diagnosingWords.withAddressesHint}
            isSelected={withAddresses}
            onChange={setWithAddresses}
          />
        </>
      )}
      <p role="status" className={styles['note']}>
        {note}
      </p>
      <DialogButtons>
        <Button isPending={isRunning} onPress={repeat}>
          {diagnosingWords.again}
        </Button>
        <Button isDisabled={text === undefined} onPress={copy}>
          {diagnosingWords.copy}
        </Button>
        <Button look="loud" isDisabled={text === undefined} onPress={() => void save()}>
          {diagnosingWords.save}
        </Button>
      </DialogButtons>
    </Dialog>
  );
};
