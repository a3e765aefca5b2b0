import { useMirror } from '../../state/mirror.ts';
import { useTask } from '../../state/use-task.ts';
import { openDialog } from '../../state/view.ts';
import { sentenceOf } from '../../text/sentences.ts';
import { auditWords } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Message } from '../../ui/message.tsx';
import { Section } from '../../ui/section.tsx';

/** Whether it is written down who did what. */
export const AuditSection = () => {
  const { audit, setByPolicy } = useMirror((mirror) => mirror.desk);
  const { error, run } = useTask(() => undefined);
  const isSet = setByPolicy.includes('audit') && audit !== 'off';
  return (
    <Section
      title={auditWords.audit}
      action={<Button onPress={() => openDialog({ kind: 'audit' })}>{auditWords.open}</Button>}
    >
      <Choice
        label={auditWords.keep}
        hint={isSet ? (audit === 'names' ? auditWords.keptNames : auditWords.keptIds) : auditWords.keepHint}
        isSelected={audit !== 'off'}
        isDisabled={isSet}
        onChange={(keepsAudit) => void run(() => window.hotseat.execute('changeSettings', { keepsAudit }))}
      />
      {error && (
        <Message tone="fault" role="alert">
          {sentenceOf(error)}
        </Message>
      )}
    </Section>
  );
};
