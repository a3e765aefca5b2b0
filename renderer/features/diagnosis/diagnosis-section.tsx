import { useMirror } from '../../state/mirror.ts';
import { useTask } from '../../state/use-task.ts';
import { openDialog } from '../../state/view.ts';
import { sentenceOf } from '../../text/sentences.ts';
import { diagnosingWords, settingsWords } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import { DialogText } from '../../ui/dialog.tsx';
import { Message } from '../../ui/message.tsx';
import { Section } from '../../ui/section.tsx';
import { Selection } from '../../ui/selection.tsx';

const levels = ['error', 'warn', 'info', 'debug'] as const;

/** For who looks for a fault. */
export const DiagnosisSection = () => {
  const logLevel = useMirror(({ settings }) => settings.logLevel);
  const { error, run } = useTask(() => undefined);
  return (
    <Section
      title={diagnosingWords.diagnosis}
      action={<Button onPress={() => openDialog({ kind: 'diagnosis' })}>{diagnosingWords.open}</Button>}
    >
      <DialogText>{diagnosingWords.lead}</DialogText>
      <Selection
        label={settingsWords.logLevel}
        hint={settingsWords.logLevelHint}
        options={levels.map((id) => ({ id, name: settingsWords.logLevels[id] }))}
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
