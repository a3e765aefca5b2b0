import type { CommandInput } from '../../../app/contract/commands.ts';
import { useMirror } from '../../state/mirror.ts';
import { openDialog } from '../../state/view.ts';
import { useTask } from '../../state/use-task.ts';
import { sentenceOf } from '../../text/sentences.ts';
import { settingsWords } from '../../text/spoken.ts';
import { Message } from '../../ui/message.tsx';
import { Options } from '../../ui/options.tsx';
import { Section } from '../../ui/section.tsx';
import { Selection } from '../../ui/selection.tsx';
import { LanguageSelection } from './language-selection.tsx';
import type { SectionProps } from './settings-sections.tsx';

const most = 16;

/** A list and no field to step in: React Aria's number field clears its announcements in a way that our CSP refuses. */
const counts = Array.from({ length: most }, (_none, index) => {
  const count = String(index + 1);
  return { id: count, name: count };
});

const successors = () =>
  (['mostRecent', 'nobody'] as const).map((id) => ({ id, name: settingsWords.successors[id] }));

/** Each takes effect at once. */
export const GeneralSection = ({ sought }: Pick<SectionProps, 'sought'>) => {
  const { language, liveWorkspaces, succession } = useMirror((mirror) => mirror.settings);
  const { error, run } = useTask(() => undefined);
  const change = (part: CommandInput<'changeSettings'>) =>
    void run(() => window.hotseat.execute('changeSettings', part));
  return (
    <Section title={settingsWords.general}>
      <LanguageSelection
        chosen={language}
        isSought={sought === 'language'}
        onChoose={(choice) => {
          // In another language the dialog is drawn anew, and whoever chose it is still here.
          openDialog({ kind: 'settings', startsWith: 'language' });
          change({ language: choice });
        }}
      />
      <Selection
        label={settingsWords.liveWorkspaces}
        hint={settingsWords.liveWorkspacesHint}
        options={counts}
        chosenId={String(liveWorkspaces)}
        onChoose={(count) => change({ liveWorkspaces: Number(count) })}
      />
      <Options
        label={settingsWords.succession}
        hint={settingsWords.successionHint}
        options={successors()}
        chosenId={succession}
        onChoose={(id) => change({ succession: id })}
      />
      {error && (
        <Message tone="fault" role="alert">
          {sentenceOf(error)}
        </Message>
      )}
    </Section>
  );
};
