import { useMirror } from '../../state/mirror.ts';
import { chordName } from '../../text/chord-names.ts';
import { sentenceOf } from '../../text/sentences.ts';
import { keyWords } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import { DialogText } from '../../ui/dialog.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Message } from '../../ui/message.tsx';
import { Section } from '../../ui/section.tsx';
import { KeyRow } from './key-row.tsx';
import styles from './keys-section.module.css';
import { useKeyChange } from './use-key-change.ts';

/** All keys, and another one for whoever wants it. Each takes effect at once. */
export const KeysSection = () => {
  const commands = useMirror(({ keys }) => keys.commands);
  const changing = useKeyChange();
  const { error, resetAll } = changing;
  const summon = commands.find(({ command }) => command === 'summon');
  const others = commands.filter(({ command }) => command !== 'summon');
  return (
    <Section
      title={keyWords.keys}
      action={
        commands.some(({ isChosen }) => isChosen) && (
          <Button onPress={() => void resetAll()}>{keyWords.resetAll}</Button>
        )
      }
    >
      <DialogText>{keyWords.lead}</DialogText>
      <GlobalKeyRefused />
      {summon && (
        <ul className={styles['list']}>
          <KeyRow of={summon} changing={changing} name={keyWords.globalKey} hint={keyWords.globalKeyHint} />
        </ul>
      )}
      {error && (
        <Message tone="fault" role="alert">
          {sentenceOf(error)}
        </Message>
      )}
      <Disclosure title={keyWords.allKeys}>
        <ul className={styles['list']} aria-label={keyWords.allKeys}>
          {others.map((one) => (
            <KeyRow key={one.command} of={one} changing={changing} />
          ))}
        </ul>
      </Disclosure>
    </Section>
  );
};

const GlobalKeyRefused = () => {
  const platform = useMirror((mirror) => mirror.platform);
  const key = useMirror(({ keys }) =>
    keys.isGlobalKeyRefused ? keys.commands.find(({ command }) => command === 'summon')?.keys[0] : undefined,
  );
  return (
    key && <Message tone="warning">{keyWords.globalKeyRefused({ key: chordName(key, platform) })}</Message>
  );
};
