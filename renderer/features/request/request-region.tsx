import { Globe, KeyRound, SendHorizontal, Terminal } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { ServiceView, UserView } from '../../../app/contract/views.ts';
import { useModifierKey } from '../../state/keys.ts';
import { useActiveUser, useService } from '../../state/mirror.ts';
import { openDialog } from '../../state/view.ts';
import { words, keyWords, requestWords } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';
import { Answers } from './answers.tsx';
import { apiOriginOf } from './api-origin.ts';
import { BookButtons } from './book-buttons.tsx';
import { CalmNote } from './calm-note.tsx';
import { RequestForm } from './request-form.tsx';
import styles from './request-region.module.css';
import { Senders } from './senders.tsx';
import { useCurl } from './use-curl.ts';
import { useRequest } from './use-request.ts';

/** Requests and functions as the active user, or as several users of the same service. */
export const RequestRegion = () => {
  const active = useActiveUser();
  const service = useService(active);
  if (!active || !service) return undefined;
  return <RequestTo key={service.id} service={service} active={active} />;
};

interface RequestToProps {
  readonly service: ServiceView;
  readonly active: UserView;
}

/** What is written stays when another account of the service becomes active; it is then sent as that one. */
const RequestTo = ({ service, active }: RequestToProps) => {
  const work = useRequest(service);
  const origin = apiOriginOf(service);
  const modifier = useModifierKey();
  const { draft, chosenIds, exchange, isSending } = work;
  const sendButton = useRef<HTMLButtonElement>(null);

  const wasSending = useRef(false);
  // The button that cancels goes with what it would have cancelled, and must not take the focus along.
  useEffect(() => {
    const isOver = wasSending.current && !isSending;
    wasSending.current = isSending;
    if (isOver && document.activeElement === document.body) sendButton.current?.focus();
  }, [isSending]);

  const curl = useCurl(service, draft, work.refuse);

  const press = (event: KeyboardEvent<HTMLElement>) => {
    const isChord = event.key === 'Enter' && (modifier === '⌘' ? event.metaKey : event.ctrlKey);
    // Dialogs of the region are its children in the tree of components only.
    const isInside = event.target instanceof Node && event.currentTarget.contains(event.target);
    if (!isChord || !isInside || origin === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    work.send();
  };

  return (
    <section aria-label={requestWords.request} onKeyDownCapture={press} className={styles['region']}>
      {origin === undefined ? (
        <NowhereToSend service={service} />
      ) : (
        <>
          <RequestForm
            service={service}
            origin={origin}
            draft={draft}
            error={work.error}
            aside={
              <>
                <BookButtons service={service} draft={draft} onFill={work.edit} onRefused={work.refuse} />
                {draft.kind === 'http' && (
                  <Button look="quiet" onPress={() => void curl.copy(draft, chosenIds[0] ?? active.id)}>
                    <Terminal size={16} aria-hidden="true" />
                    {requestWords.copyCurl}
                  </Button>
                )}
              </>
            }
            onChange={work.edit}
          />
          {curl.note && (
            <Message
              tone={curl.note.isDone ? 'plain' : 'fault'}
              {...(curl.note.isDone ? {} : { role: 'alert' })}
            >
              {curl.note.sentence}
            </Message>
          )}
          <div className={styles['send']}>
            <Senders service={service} active={active} chosenIds={chosenIds} onChoose={work.choose} />
            <div className={styles['buttons']}>
              {isSending && <Button onPress={work.cancel}>{words.cancel}</Button>}
              <Button ref={sendButton} look="loud" isPending={isSending} onPress={work.send}>
                <SendHorizontal size={16} aria-hidden="true" />
                {isSending ? requestWords.sending : requestWords.send}
                <kbd className={styles['key']}>{`${modifier}⏎`}</kbd>
              </Button>
            </div>
          </div>
          {exchange ? (
            <Answers exchange={exchange} onCleared={() => sendButton.current?.focus()} />
          ) : (
            <CalmNote
              icon={SendHorizontal}
              title={requestWords.noAnswer}
              text={requestWords.noAnswerWhy({ key: `${modifier}${keyWords.names.enter}` })}
            />
          )}
        </>
      )}
    </section>
  );
};

const NowhereToSend = ({ service }: { readonly service: ServiceView }) =>
  service.kind === 'website' ? (
    <CalmNote
      icon={Globe}
      title={requestWords.noTokens({ service: service.name })}
      text={requestWords.noTokensWhy}
    />
  ) : (
    <CalmNote
      icon={KeyRound}
      title={requestWords.noOrigin({ service: service.name })}
      text={requestWords.noOriginWhy}
    >
      <Button
        look="loud"
        onPress={() => openDialog({ kind: 'settings', startsWith: 'serviceForm', editedId: service.id })}
      >
        {requestWords.toSettings({ service: service.name })}
      </Button>
    </CalmNote>
  );
