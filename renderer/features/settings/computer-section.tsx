import type { CommandInput } from '../../../app/contract/commands.ts';
import { useMirror } from '../../state/mirror.ts';
import { useTask } from '../../state/use-task.ts';
import { computerTitles, computerWords } from '../../text/computer-words.ts';
import { lockWords } from '../../text/spoken.ts';
import { sentenceOf } from '../../text/sentences.ts';
import { Choice } from '../../ui/choice.tsx';
import { Message } from '../../ui/message.tsx';
import { Section } from '../../ui/section.tsx';

/** What Hotseat does beyond its window. Each takes effect at once. */
export const ComputerSection = () => {
  const settings = useMirror((mirror) => mirror.settings);
  const platform = useMirror((mirror) => mirror.platform);
  const remembersAccounts = useMirror((mirror) => mirror.desk.remembersAccounts);
  const { error, run } = useTask(() => undefined);
  const change = (part: CommandInput<'changeSettings'>) =>
    void run(() => window.hotseat.execute('changeSettings', part));
  const { trayHint, runningHint, iconMenuHint } = computerWords[platform];
  return (
    <Section title={computerTitles.section}>
      <Choice
        label={computerTitles.startsAtLogin}
        hint={computerTitles.startsAtLoginHint}
        isSelected={settings.startsAtLogin}
        onChange={(startsAtLogin) => change({ startsAtLogin })}
      />
      <Choice
        label={computerTitles.keepsRunning}
        hint={runningHint}
        isSelected={settings.keepsRunning}
        onChange={(keepsRunning) => change({ keepsRunning })}
      />
      <Choice
        label={platform === 'darwin' ? computerTitles.showsTrayMac : computerTitles.showsTray}
        hint={trayHint}
        // Who hides the window needs a way back to it.
        isSelected={settings.showsTray || settings.keepsRunning}
        isDisabled={settings.keepsRunning}
        onChange={(showsTray) => change({ showsTray })}
      />
      {iconMenuHint !== undefined && (
        <Choice
          label={computerTitles.iconMenu}
          hint={remembersAccounts ? iconMenuHint : lockWords.setByOrganisation}
          isSelected={remembersAccounts && settings.namesAccountsInIconMenu}
          isDisabled={!remembersAccounts}
          onChange={(namesAccountsInIconMenu) => change({ namesAccountsInIconMenu })}
        />
      )}
      {error && (
        <Message tone="fault" role="alert">
          {sentenceOf(error)}
        </Message>
      )}
    </Section>
  );
};
