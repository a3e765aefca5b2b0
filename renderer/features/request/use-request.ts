import { useState } from 'react';
import type { ErrorReport, UserId } from '../../../app/contract/bridge.ts';
import type { ServiceView, UserView } from '../../../app/contract/views.ts';
import { isRunning, type Exchange, type Run } from '../../state/answers.ts';
import { readMirror } from '../../state/mirror.ts';
import { announce } from '../../state/view.ts';
import { answers, useExchange } from '../../state/window-answers.ts';
import { answerTime } from '../../text/answer-time.ts';
import { requestWords } from '../../text/spoken.ts';
import { statusWords } from '../../text/status-words.ts';
import { fieldOf } from '../fields/use-fields.ts';
import { requestOf, type RequestDraft } from './request-draft.ts';
import { readWriting, useWriting, write } from './writing.ts';

export interface RequestWork {
  readonly draft: RequestDraft;
  /** Empty: whoever is active. */
  readonly chosenIds: readonly UserId[];
  readonly exchange: Exchange | undefined;
  readonly isSending: boolean;
  /** What is wrong with what was written. */
  readonly error: ErrorReport | undefined;
  readonly edit: (part: Partial<RequestDraft>) => void;
  readonly choose: (ids: readonly UserId[]) => void;
  readonly send: () => void;
  readonly cancel: () => void;
  /** Shows what is wrong with what was written, and where. */
  readonly refuse: (error: ErrorReport) => void;
}

/** The request to one service that is being written, and what came of the last one. */
export const useRequest = ({ id: serviceId }: ServiceView): RequestWork => {
  const { draft, chosenIds } = useWriting(serviceId);
  const exchange = useExchange(serviceId);
  const [error, setError] = useState<ErrorReport>();
  const isSending = exchange !== undefined && isRunning(exchange);

  const edit = (part: Partial<RequestDraft>): void => {
    const before = readWriting(serviceId).draft;
    const after = { ...before, ...part };
    setError((known) => (known && isAboutOther(known, before, after) ? known : undefined));
    write(serviceId, { draft: after });
  };

  const send = async (): Promise<void> => {
    const written = requestOf(readWriting(serviceId).draft);
    setError(written.ok ? undefined : written.error);
    if (!written.ok) return;
    // Whoever is active now, not whoever was when this was drawn.
    const { activeId, users } = readMirror();
    const active =
      activeId !== undefined && users.get(activeId)?.serviceId === serviceId ? activeId : undefined;
    const ids = chosenIds.length > 0 ? chosenIds : active === undefined ? [] : [active];
    if (ids.length === 0) return;
    const senders = ids.map((userId) => ({ userId, wasActive: userId === active }));
    const end = await answers.send(serviceId, written.request, senders);
    if (end.kind === 'refused') setError(end.error);
    else if (end.exchange) announce(toldOf(end.exchange, readMirror().users));
  };

  return {
    draft,
    chosenIds,
    exchange,
    isSending,
    error,
    edit,
    choose: (ids) => write(serviceId, { chosenIds: ids }),
    send: () => {
      if (!isSending) void send();
    },
    cancel: () => answers.cancel(serviceId),
    // Even an error that is there already moves the focus again.
    refuse: (refusal) => setError({ ...refusal }),
  };
};

const draftFields: Readonly<Record<string, keyof RequestDraft>> = {
  requestMethod: 'method',
  requestUrl: 'url',
  requestHeaders: 'headers',
  requestBody: 'body',
  functionName: 'functionName',
  arguments: 'arguments',
};

/** Does an error stay, since another field than its own was edited? */
const isAboutOther = (error: ErrorReport, before: RequestDraft, after: RequestDraft): boolean => {
  const field = draftFields[fieldOf(error) ?? ''];
  return field !== undefined && before.kind === after.kind && before[field] === after[field];
};

/** As many are named; of more it is enough to know how many. */
const mostNamed = 4;

const toldOf = ({ runs }: Exchange, users: ReadonlyMap<UserId, UserView>): string => {
  const failed = runs.filter(({ state }) => state.kind !== 'answered').length;
  const count = runs.length;
  if (count > mostNamed)
    return failed === 0
      ? requestWords.allAnswered({ count })
      : requestWords.notAllAnswered({ count, failed });
  return runs.map((run) => toldRun(run, users.get(run.userId)?.name ?? '')).join('. ');
};

const toldRun = ({ state }: Run, name: string): string =>
  state.kind === 'answered'
    ? requestWords.told({
        status: statusWords(state.answer.status, state.answer.statusText),
        name,
        duration: answerTime(state.answer.durationMs),
      })
    : requestWords.toldFailed({ name });
