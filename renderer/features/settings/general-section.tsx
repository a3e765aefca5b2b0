import type { CommandInput } from '../../../app/contract/commands.ts';
import { useMirror } from '../../state/mirror.ts';
import { useTask } from '../../state/use-task.ts';
import { sentenceOf } from '../../text/sentences.ts';
import { settingsWords } from '../../text/settings-words.ts';
import { Message } from '../../ui/message.tsx';
import { NumberBox } from '../../ui/number-box.tsx';
import { Options } from '../../ui/options.tsx';
import { Section } from '../../ui/section.tsx';

const fewest = 1;
const most = 16;

const successors = (['mostRecent', 'nobody'] as const).map((id) => ({
  id,
  name: settingsWords.successors[id],
}));

/** Each takes effect at once. */
export const GeneralSection = () => {
  const { liveWorkspaces, succession } = useMirror((mirror) => mirror.settings);
  const { error, run } = useTask(() => undefined);
  const change = (part: CommandInput<'changeSettings'>) =>
    void run(() => window.hotseat.execute('changeSettings', part));
  return (
    <Section title={settingsWords.general}>
      <NumberBox
        label={settingsWords.liveWorkspaces}
        hint={settingsWords.liveWorkspacesHint}
        lessLabel={settingsWords.fewer}
        moreLabel={settingsWords.more}
        value={liveWorkspaces}
        least={fewest}
        most={most}
        onChange={(count) => change({ liveWorkspaces: count })}
      />
      <Options
        label={settingsWords.succession}
        hint={settingsWords.successionHint}
        options={successors}
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
