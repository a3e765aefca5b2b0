import { useEffect, useState } from 'react';
import type { CommandInput } from '../../../app/contract/commands.ts';
import type { KeyChange } from '../../../app/contract/key-views.ts';
import type { Command } from '../../state/keys.ts';
import { useTask } from '../../state/use-task.ts';
import { announce } from '../../state/view.ts';
import { keyWords } from '../../text/spoken.ts';

type Refused = Extract<KeyChange, { kind: 'refused' }>;

/** Where choosing a key has come to. */
export type KeyChoice =
  | { readonly kind: 'none' }
  | { readonly kind: 'waiting'; readonly command: Command }
  | { readonly kind: 'refused'; readonly command: Command; readonly refused: Refused };

const none: KeyChoice = { kind: 'none' };

/** Main hears the key: the page would not see one that means something already. */
export const useKeyChange = () => {
  const [choice, setChoice] = useState<KeyChoice>(none);
  const { error, run } = useTask(() => undefined);
  useEffect(() => leave, []);

  const change = (command: Command, wanted: CommandInput<'changeKey'>['wanted']) =>
    run(async () => {
      setChoice(none);
      const outcome = await window.hotseat.execute('changeKey', { command, wanted });
      if (outcome.ok && outcome.value.kind === 'refused')
        setChoice({ kind: 'refused', command, refused: outcome.value });
      return outcome;
    });

  const capture = async (command: Command, name: string) => {
    setChoice({ kind: 'waiting', command });
    announce(keyWords.waiting({ name }));
    const outcome = await window.hotseat.execute('captureKey', undefined);
    if (outcome.ok && outcome.value.kind === 'pressed')
      await change(command, { kind: 'key', key: outcome.value.key });
    // Another one may be waited for by now.
    else setChoice((now) => (now.kind === 'waiting' && now.command === command ? none : now));
  };

  const resetAll = () =>
    run(async () => {
      setChoice(none);
      return window.hotseat.execute('resetKeys', undefined);
    });

  return { choice, error, change, capture, leave, resetAll };
};

const leave = (): void => void window.hotseat.execute('cancelKeyCapture', undefined);

export type KeyChanging = ReturnType<typeof useKeyChange>;
