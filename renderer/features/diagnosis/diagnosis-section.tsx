import { useMirror } from '../../state/mirror.ts';
import { useTask } from '../../state/use-task.ts';
import { openDialog } from '../../state/view.ts';
import { diagnosisWords } from '../../text/diagnosis-words.ts';
import { sentenceOf } from '../../text/sentences.ts';
import { Button } from '../../ui/button.tsx';
import { DialogText } from '../../ui/dialog.tsx';
import { Message } from '../../ui/message.tsx';
import { Section } from '../../ui/section.tsx';
import { Selection } from '../../ui/selection.tsx';

const levels = (['error', 'warn', 'info', 'debug'] as const).map((id) => ({
  id,
  name: diagnosisWords.logLevels[id],
}));

/** For who looks for a fault. */
export const DiagnosisSection = () => {
  const logLevel = useMirror(({ settings }) => settings.logLevel);
  const { error, run } = useTask(() => undefined);
  return (
    <Section
      title={diagnosisWords.diagnosis}
      action={<Button onPress={() => openDialog({ kind: 'diagnosis' })}>{diagnosisWords.open}</Button>}
    >
      <DialogText>{diagnosisWords.lead}</DialogText>
      <Selection
        label={diagnosisWords.logLevel}
        hint={diagnosisWords.logLevelHint}
        options={levels}
        chosenId={logLevel}
        onChoose={(chosen) => void run(() => window.hotseat.execute('changeSettings', { logLevel: chosen }))}
      />
      {error && (
        <Message tone="fault" role="alert">
          {sentenceOf(error)}
        </Message>
      )}
    </Section>
  );
};
