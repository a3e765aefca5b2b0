import type { CommandInput } from '../../../app/contract/commands.ts';
import { useMirror } from '../../state/mirror.ts';
import { useTask } from '../../state/use-task.ts';
import { lockWords } from '../../text/lock-words.ts';
import { sentenceOf } from '../../text/sentences.ts';
import { Choice } from '../../ui/choice.tsx';
import { Message } from '../../ui/message.tsx';
import { Options } from '../../ui/options.tsx';
import { Section } from '../../ui/section.tsx';
import { Selection } from '../../ui/selection.tsx';

const rules = (['free', 'unlock', 'exclusive'] as const).map((id) => ({ id, name: lockWords.rules[id] }));

const minutes = [0, 1, 2, 5, 10, 15, 30, 60, 120].map((count) => ({
  id: String(count),
  name: count === 0 ? lockWords.never : lockWords.minutes(count),
}));

const attempts = Array.from({ length: 16 }, (_none, index) => {
  const count = String(index + 5);
  return { id: count, name: count };
});

/** What is asked of whoever moves to another account, and when accounts are locked. Each takes effect at once. */
export const DeskSection = () => {
  const { switching, lockAfterMinutes, locksWithComputer, unlockAttempts } = useMirror(
    (mirror) => mirror.settings,
  );
  const { error, run } = useTask(() => undefined);
  const change = (part: CommandInput<'changeSettings'>) =>
    void run(() => window.hotseat.execute('changeSettings', part));
  return (
    <Section title={lockWords.desk}>
      <Options
        label={lockWords.switching}
        hint={lockWords.switchingHint}
        options={rules}
        chosenId={switching}
        onChoose={(id) => change({ switching: id })}
      />
      <Selection
        label={lockWords.after}
        hint={lockWords.afterHint}
        options={minutes}
        chosenId={String(lockAfterMinutes)}
        onChoose={(count) => change({ lockAfterMinutes: Number(count) })}
      />
      <Choice
        label={lockWords.withComputer}
        hint={lockWords.withComputerHint}
        isSelected={locksWithComputer}
        onChange={(isSelected) => change({ locksWithComputer: isSelected })}
      />
      <Selection
        label={lockWords.attempts}
        hint={lockWords.attemptsHint}
        options={attempts}
        chosenId={String(unlockAttempts)}
        onChoose={(count) => change({ unlockAttempts: Number(count) })}
      />
      {error && (
        <Message tone="fault" role="alert">
          {sentenceOf(error)}
        </Message>
      )}
    </Section>
  );
};
