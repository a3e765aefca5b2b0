import type { CommandInput } from '../../../app/contract/commands.ts';
import { useMirror } from '../../state/mirror.ts';
import { useTask } from '../../state/use-task.ts';
import { sentenceOf } from '../../text/sentences.ts';
import { computerWords, lockWords } from '../../text/spoken.ts';
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
  const hints = computerWords.hints[platform];
  return (
    <Section title={computerWords.section}>
      <Choice
        label={computerWords.startsAtLogin}
        hint={computerWords.startsAtLoginHint}
        isSelected={settings.startsAtLogin}
        onChange={(startsAtLogin) => change({ startsAtLogin })}
      />
      <Choice
        label={computerWords.keepsRunning}
        hint={hints.running}
        isSelected={settings.keepsRunning}
        onChange={(keepsRunning) => change({ keepsRunning })}
      />
      <Choice
        label={platform === 'darwin' ? computerWords.showsTrayMac : computerWords.showsTray}
        hint={hints.tray}
        // Who hides the window needs a way back to it.
        isSelected={settings.showsTray || settings.keepsRunning}
        isDisabled={settings.keepsRunning}
        onChange={(showsTray) => change({ showsTray })}
      />
      {'iconMenu' in hints && (
        <Choice
          label={computerWords.iconMenu}
          hint={remembersAccounts ? hints.iconMenu : lockWords.setByOrganisation}
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
