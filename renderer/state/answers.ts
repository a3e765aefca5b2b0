import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ErrorReport, Outcome, ServiceId, UserId } from '../../app/contract/bridge.ts';
import type { CommandInput } from '../../app/contract/commands.ts';
import type { Answer, OutgoingRequest } from '../../app/contract/request-views.ts';
import type { Push } from '../../app/contract/views.ts';

type AnswerPartPush = Extract<Push, { kind: 'answerPart' }>;

export interface Sender {
  readonly userId: UserId;
  /** Was this the active user when it was sent? */
  readonly wasActive: boolean;
}

/** One user's sending of a request; it stays that user's, whoever is active when its answer comes. */
export interface Run extends Sender {
  readonly state: RunState;
}

export type RunState =
  | {
      readonly kind: 'waiting';
      readonly head: { readonly status: number; readonly statusText: string } | undefined;
      readonly text: string;
      readonly byteCount: number;
    }
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'failed'; readonly error: ErrorReport };

/** A request and what came of it, as each of those it was sent as. */
export interface Exchange {
  readonly requestId: string;
  readonly serviceId: ServiceId;
  readonly request: OutgoingRequest;
  readonly runs: readonly Run[];
}

/** The last exchange with each service. */
export type Exchanges = ReadonlyMap<ServiceId, Exchange>;

/** What a user may see here: `loggedOut` and `locked` see nothing, and `gone` is nobody any more. */
export type Standing = 'in' | 'loggedOut' | 'locked' | 'gone';

export interface AnswersPorts {
  readonly send: (input: CommandInput<'sendRequest'>) => Promise<Outcome<Answer>>;
  readonly cancel: (requestId: string) => void;
  readonly standingOf: (userId: UserId) => Standing;
  readonly newId: () => string;
}

export interface Answers {
  readonly store: StoreApi<Exchanges>;
  /**
   * Sends a request as each of these users and ends when every answer is there. Where it was refused before
   * anything was sent, the exchange before comes back, and the result is what is wrong with the request.
   */
  readonly send: (
    serviceId: ServiceId,
    request: OutgoingRequest,
    senders: readonly Sender[],
  ) => Promise<SendingEnd>;
  /** More of an answer that is still arriving. */
  readonly receive: (push: AnswerPartPush) => void;
  readonly cancel: (serviceId: ServiceId) => void;
  readonly dismiss: (serviceId: ServiceId) => void;
  /** Lets go of what belongs to users who logged out, were locked or removed. */
  readonly review: () => void;
}

export type SendingEnd =
  | { readonly kind: 'refused'; readonly error: ErrorReport }
  /** As it stands now; undefined where it was dismissed or nobody of it is left. */
  | { readonly kind: 'over'; readonly exchange: Exchange | undefined };

const waiting: RunState = { kind: 'waiting', head: undefined, text: '', byteCount: 0 };

export const isRunning = ({ runs }: Exchange): boolean => runs.some(({ state }) => state.kind === 'waiting');

/** Keeps every answer under the user it was sent as, from sending it to the place it is shown. */
export const openAnswers = ({ send, cancel, standingOf, newId }: AnswersPorts): Answers => {
  const store = createStore<Exchanges>(() => new Map());

  const find = (requestId: string): Exchange | undefined =>
    [...store.getState().values()].find((exchange) => exchange.requestId === requestId);

  const put = (serviceId: ServiceId, exchange: Exchange | undefined): void => {
    const exchanges = new Map(store.getState());
    if (exchange && exchange.runs.length > 0) exchanges.set(serviceId, exchange);
    else exchanges.delete(serviceId);
    store.setState(exchanges, true);
  };

  const write = (requestId: string, userId: UserId, change: (state: RunState) => RunState): void => {
    const exchange = find(requestId);
    if (!exchange) return;
    const runs = exchange.runs.map((run) =>
      run.userId === userId ? reviewed({ ...run, state: change(run.state) }, standingOf(userId)) : run,
    );
    put(exchange.serviceId, { ...exchange, runs: runs.filter((run) => run !== undefined) });
  };

  return {
    store,

    send: async (serviceId, request, senders) => {
      const before = store.getState().get(serviceId);
      const requestId = newId();
      const runs = senders.map((sender) => ({ ...sender, state: waiting }));
      put(serviceId, { requestId, serviceId, request, runs });
      const errors = await Promise.all(
        senders.map(async ({ userId }) => {
          const outcome = await send({ requestId, userId, request });
          write(requestId, userId, () => endOf(outcome));
          return outcome.ok ? undefined : outcome.error;
        }),
      );
      const refusal = errors[0];
      if (!errors.every(isRefusal) || !refusal) return { kind: 'over', exchange: find(requestId) };
      if (find(requestId)) put(serviceId, before && withoutStrangers(before, standingOf));
      return { kind: 'refused', error: refusal };
    },

    receive: ({ requestId, userId, part }) =>
      write(requestId, userId, (state) => {
        // One that comes after the end of its answer is late.
        if (state.kind !== 'waiting') return state;
        return part.kind === 'head'
          ? { ...state, head: { status: part.status, statusText: part.statusText } }
          : { ...state, text: state.text + part.text, byteCount: part.byteCount };
      }),

    cancel: (serviceId) => {
      const exchange = store.getState().get(serviceId);
      if (exchange) cancel(exchange.requestId);
    },

    dismiss: (serviceId) => put(serviceId, undefined),

    review: () => {
      for (const [serviceId, exchange] of store.getState()) {
        const kept = withoutStrangers(exchange, standingOf);
        if (kept !== exchange) put(serviceId, kept);
      }
    },
  };
};

const endOf = (outcome: Outcome<Answer>): RunState =>
  outcome.ok ? { kind: 'answered', answer: outcome.value } : { kind: 'failed', error: outcome.error };

/** Was it never sent, since the request itself cannot be? */
const isRefusal = (error: ErrorReport | undefined): boolean => error?.code === 'invalidInput';

const withoutStrangers = (exchange: Exchange, standingOf: AnswersPorts['standingOf']): Exchange => {
  const runs = exchange.runs.map((run) => reviewed(run, standingOf(run.userId)));
  if (runs.every((run, index) => run === exchange.runs[index])) return exchange;
  return { ...exchange, runs: runs.filter((run) => run !== undefined) };
};

/** A run as it may stand here; undefined when its user is gone. */
const reviewed = (run: Run, standing: Standing): Run | undefined => {
  if (standing === 'in') return run;
  if (standing === 'gone') return undefined;
  const code = standing === 'locked' ? 'locked' : 'userLoggedOut';
  if (run.state.kind === 'failed') return run;
  return { ...run, state: { kind: 'failed', error: { code } } };
};
