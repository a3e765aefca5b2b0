import type { CommandInput } from '../../../app/contract/commands.ts';
import { useMirror } from '../../state/mirror.ts';
import { useTask } from '../../state/use-task.ts';
import { lockWords } from '../../text/spoken.ts';
import { sentenceOf } from '../../text/sentences.ts';
import { Choice } from '../../ui/choice.tsx';
import { Message } from '../../ui/message.tsx';
import { Options } from '../../ui/options.tsx';
import { Section } from '../../ui/section.tsx';
import { Selection } from '../../ui/selection.tsx';

const rules = () =>
  (['free', 'unlock', 'exclusive'] as const).map((id) => ({ id, name: lockWords.rules[id] }));

const afterMinutes = (count: number) => (count === 0 ? lockWords.never : lockWords.minutes({ count }));

const minutes = () =>
  [0, 1, 2, 5, 10, 15, 30, 60, 120].map((count) => ({ id: String(count), name: afterMinutes(count) }));

const attempts = Array.from({ length: 16 }, (_none, index) => {
  const count = String(index + 5);
  return { id: count, name: count };
});

/** What is asked of whoever moves to another account, and when accounts are locked. Each takes effect at once. */
export const DeskSection = () => {
  const desk = useMirror((mirror) => mirror.desk);
  const platform = useMirror((mirror) => mirror.platform);
  const { error, run } = useTask(() => undefined);
  const change = (part: CommandInput<'changeSettings'>) =>
    void run(() => window.hotseat.execute('changeSettings', part));
  /** A person may ask for more than the organisation does, but here the two would only be confused. */
  const isSet = (key: string) => desk.setByPolicy.includes(key);
  const hint = (key: string, own: string) => (isSet(key) ? lockWords.setByOrganisation : own);
  return (
    <Section title={lockWords.desk}>
      {desk.policy === 'broken' && <Message tone="warning">{lockWords.policyBroken}</Message>}
      {desk.unknownKeys.length > 0 && (
        <Message tone="warning">{lockWords.unknownKeys({ keys: desk.unknownKeys.join(', ') })}</Message>
      )}
      <Options
        label={lockWords.switching}
        hint={hint('switching', lockWords.switchingHint)}
        options={rules()}
        chosenId={desk.switching}
        isDisabled={isSet('switching')}
        onChoose={(id) => change({ switching: id })}
      />
      <Selection
        label={lockWords.after}
        hint={hint('lockAfterMinutes', lockWords.afterHint)}
        options={withChosen(minutes(), String(desk.lockAfterMinutes), afterMinutes)}
        chosenId={String(desk.lockAfterMinutes)}
        isDisabled={isSet('lockAfterMinutes')}
        onChoose={(count) => change({ lockAfterMinutes: Number(count) })}
      />
      <Choice
        label={lockWords.withComputer}
        hint={hint('locksWithComputer', lockWords.withComputerHint)}
        isSelected={desk.locksWithComputer}
        isDisabled={isSet('locksWithComputer')}
        onChange={(isSelected) => change({ locksWithComputer: isSelected })}
      />
      <Choice
        label={lockWords.keepPages}
        hint={desk.switching === 'free' ? lockWords.keepPagesHint : lockWords.keepPagesShared}
        isSelected={desk.keepsLockedPages}
        isDisabled={desk.switching !== 'free'}
        onChange={(isSelected) => change({ keepsLockedPages: isSelected })}
      />
      <Selection
        label={lockWords.attempts}
        hint={hint('unlockAttempts', lockWords.attemptsHint)}
        options={attempts}
        chosenId={String(desk.unlockAttempts)}
        isDisabled={isSet('unlockAttempts')}
        onChoose={(count) => change({ unlockAttempts: Number(count) })}
      />
      {platform === 'linux' ? (
        desk.hidesFromCapture && <Message tone="warning">{lockWords.cannotHide}</Message>
      ) : (
        <Choice
          label={lockWords.hidesFromCapture}
          hint={hint('hidesFromCapture', lockWords.hidesFromCaptureHint)}
          isSelected={desk.hidesFromCapture}
          isDisabled={isSet('hidesFromCapture')}
          onChange={(isSelected) => change({ hidesFromCapture: isSelected })}
        />
      )}
      {desk.sessionHours !== undefined && (
        <Message tone="plain">{lockWords.limits.afterLogin({ hours: desk.sessionHours })}</Message>
      )}
      {desk.sessionIdleMinutes !== undefined && (
        <Message tone="plain">{lockWords.limits.withoutPerson({ minutes: desk.sessionIdleMinutes })}</Message>
      )}
      {error && (
        <Message tone="fault" role="alert">
          {sentenceOf(error)}
        </Message>
      )}
    </Section>
  );
};

/** A policy may set a number that is not offered. */
const withChosen = (
  offered: readonly { readonly id: string; readonly name: string }[],
  id: string,
  nameOf: (count: number) => string,
) => (offered.some((one) => one.id === id) ? offered : [...offered, { id, name: nameOf(Number(id)) }]);
