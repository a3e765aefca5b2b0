import { RotateCcw, X } from 'lucide-react';
import { useId } from 'react';
import type { CommandKeysView } from '../../../app/contract/key-views.ts';
import { useMirror } from '../../state/mirror.ts';
import { chordName } from '../../text/chord-names.ts';
import { refusalSentence } from '../../text/refusal-sentence.ts';
import { keyWords } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';
import styles from './keys-section.module.css';
import type { KeyChanging } from './use-key-change.ts';

interface KeyRowProps {
  readonly of: CommandKeysView;
  readonly changing: KeyChanging;
  readonly name?: string;
  readonly hint?: string;
}

/** A command and its keys. The key is the button: pressed, it waits for another. */
export const KeyRow = ({ of, changing, name = of.name, hint }: KeyRowProps) => {
  const { command, keys, isChosen } = of;
  const platform = useMirror((mirror) => mirror.platform);
  const { choice, change, capture, leave } = changing;
  const isWaiting = choice.kind === 'waiting' && choice.command === command;
  const refused = choice.kind === 'refused' && choice.command === command ? choice.refused : undefined;
  const names = keys.map((key) => chordName(key, platform));
  const told = names.length > 0 ? names.join(', ') : keyWords.noKey;
  const hintId = useId();
  return (
    <li className={styles['row']}>
      <div className={styles['line']}>
        <span className={styles['name']}>
          {name}
          {hint !== undefined && (
            <span id={hintId} className={styles['hint']}>
              {hint}
            </span>
          )}
        </span>
        <span className={styles['actions']}>
          <Button
            aria-label={isWaiting ? keyWords.waiting({ name }) : keyWords.change({ name, key: told })}
            {...(hint === undefined ? {} : { 'aria-describedby': hintId })}
            onPress={() => void capture(command, name)}
            onBlur={() => {
              if (isWaiting) leave();
            }}
          >
            {isWaiting ? keyWords.pressKey : <Keys names={names} />}
          </Button>
          <Button
            look="icon"
            aria-label={keyWords.takeAway({ name })}
            isDisabled={names.length === 0}
            onPress={() => void change(command, { kind: 'none' })}
          >
            <X size={16} aria-hidden="true" />
          </Button>
          <Button
            look="icon"
            aria-label={keyWords.reset({ name })}
            isDisabled={!isChosen}
            onPress={() => void change(command, { kind: 'default' })}
          >
            <RotateCcw size={16} aria-hidden="true" />
          </Button>
        </span>
      </div>
      {refused && <Refusal refused={refused} />}
    </li>
  );
};

const Keys = ({ names }: { readonly names: readonly string[] }) =>
  names.length === 0 ? (
    <span className={styles['none']}>{keyWords.noKey}</span>
  ) : (
    <span className={styles['keys']}>
      {names.map((name) => (
        <kbd key={name}>{name}</kbd>
      ))}
    </span>
  );

type Refused = Extract<KeyChanging['choice'], { kind: 'refused' }>['refused'];

const Refusal = ({ refused: { key, because } }: { readonly refused: Refused }) => {
  const platform = useMirror((mirror) => mirror.platform);
  const holder = useMirror(({ keys }) =>
    because.kind === 'taken' ? keys.commands.find(({ command }) => command === because.by)?.name : undefined,
  );
  return (
    <Message tone="fault" role="alert">
      {refusalSentence(chordName(key, platform), because, holder ?? '')}
    </Message>
  );
};
