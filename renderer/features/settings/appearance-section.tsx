import type { CommandInput } from '../../../app/contract/commands.ts';
import { useMirror } from '../../state/mirror.ts';
import { useTask } from '../../state/use-task.ts';
import { sentenceOf } from '../../text/sentences.ts';
import { settingsWords } from '../../text/spoken.ts';
import { Choice } from '../../ui/choice.tsx';
import { Message } from '../../ui/message.tsx';
import { Options } from '../../ui/options.tsx';
import { Section } from '../../ui/section.tsx';
import { Selection } from '../../ui/selection.tsx';

const themes = () =>
  (['system', 'light', 'dark'] as const).map((id) => ({ id, name: settingsWords.themes[id] }));

const sizes = () =>
  [100, 110, 125, 150, 175, 200].map((count) => ({
    id: String(count),
    name: settingsWords.percent({ count }),
  }));

/** What the window looks like. Each takes effect at once. */
export const AppearanceSection = () => {
  const { theme, hasHighContrast, textPercent } = useMirror((mirror) => mirror.settings);
  const { error, run } = useTask(() => undefined);
  const change = (part: CommandInput<'changeSettings'>) =>
    void run(() => window.hotseat.execute('changeSettings', part));
  return (
    <Section title={settingsWords.appearance}>
      <Options
        label={settingsWords.theme}
        hint={settingsWords.themeHint}
        options={themes()}
        chosenId={theme}
        onChoose={(chosen) => change({ theme: chosen })}
      />
      <Choice
        label={settingsWords.highContrast}
        hint={settingsWords.highContrastHint}
        isSelected={hasHighContrast}
        onChange={(isSelected) => change({ hasHighContrast: isSelected })}
      />
      <Selection
        label={settingsWords.textSize}
        hint={settingsWords.textSizeHint}
        options={sizes()}
        chosenId={String(textPercent)}
        onChoose={(percent) => change({ textPercent: Number(percent) })}
      />
      {error && (
        <Message tone="fault" role="alert">
          {sentenceOf(error)}
        </Message>
      )}
    </Section>
  );
};
