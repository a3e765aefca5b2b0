import { CircleCheck, CircleSlash, Download, LoaderCircle, TriangleAlert } from 'lucide-react';
import type { UpdateView } from '../../../app/contract/update-views.ts';
import { useMirror } from '../../state/mirror.ts';
import { perform } from '../../state/perform.ts';
import { useNow } from '../../state/use-now.ts';
import { words, updateWords } from '../../text/spoken.ts';
import { updateSentence } from '../../text/update-sentence.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Section } from '../../ui/section.tsx';
import { UpdateProgress } from './update-progress.tsx';
import styles from './updates.module.css';

const icons: Record<UpdateView['kind'], typeof Download> = {
  off: CircleSlash,
  idle: CircleCheck,
  checking: LoaderCircle,
  systemTooOld: CircleSlash,
  available: Download,
  downloading: Download,
  ready: CircleCheck,
  installing: LoaderCircle,
  failed: TriangleAlert,
};

/** How updates stand, and what can be done about them now. */
export const UpdatesSection = () => {
  const view = useMirror(({ updates }) => updates);
  const running = useMirror(({ version }) => version);
  const isAutomatic = useMirror(({ settings }) => settings.checkForUpdates);
  const nowMs = useNow(minuteMs);
  const Icon = icons[view.kind];
  const notes = 'offer' in view ? view.offer?.notes : undefined;
  return (
    <Section title={updateWords.updates} action={<NextStep view={view} />}>
      <div
        className={styles['state']}
        role={view.kind === 'failed' ? 'alert' : 'status'}
        // Every second would be too much to hear.
        aria-live={view.kind === 'downloading' ? 'off' : undefined}
      >
        <Icon size={18} aria-hidden="true" className={styles['icon']} />
        <p>{updateSentence(view, running, nowMs)}</p>
      </div>
      {view.kind === 'downloading' && (
        <UpdateProgress receivedBytes={view.receivedBytes} totalBytes={view.offer.sizeBytes} />
      )}
      <div className={styles['more']}>
        {notes !== undefined && (
          <Disclosure title={updateWords.whatIsNew}>
            <p className={styles['notes']}>{notes}</p>
          </Disclosure>
        )}
        {view.kind !== 'off' && (
          <Choice
            label={updateWords.automatic}
            hint={updateWords.automaticHint}
            isSelected={isAutomatic}
            onChange={(isSelected) => void perform('changeSettings', { checkForUpdates: isSelected })}
          />
        )}
      </div>
    </Section>
  );
};

const minuteMs = 60_000;

/** The one button that leads on from here. */
const NextStep = ({ view }: { readonly view: UpdateView }) => {
  switch (view.kind) {
    case 'off':
    case 'installing':
      return undefined;
    case 'idle':
    case 'checking':
    case 'systemTooOld':
      return (
        <Button
          isPending={view.kind === 'checking'}
          onPress={() => void perform('checkForUpdates', undefined)}
        >
          {updateWords.checkNow}
        </Button>
      );
    case 'available':
      return (
        <Button look="loud" onPress={() => void perform('downloadUpdate', undefined)}>
          {updateWords.download}
        </Button>
      );
    case 'downloading':
      return (
        <Button onPress={() => void perform('cancelUpdate', undefined)}>{updateWords.cancelDownload}</Button>
      );
    case 'ready':
      return (
        <Button look="loud" onPress={() => void perform('installUpdate', undefined)}>
          {updateWords.install}
        </Button>
      );
    default:
      return (
        <Button onPress={() => void perform(view.offer ? 'downloadUpdate' : 'checkForUpdates', undefined)}>
          {words.tryAgain}
        </Button>
      );
  }
};
