import { done, fail, type Outcome } from '../../outcome.ts';
import type { Cancellation, Clock } from '../../ports.ts';
import { isSuccess } from './answers.ts';
import { errorOf, isPage, wrongAnswer, type RefusalMeaning } from './error-mapping.ts';
import type { HttpResponse, HttpTransport } from './http.ts';
import type { Location } from './location.ts';
import type { Origin } from './origin.ts';
import { requestOf, type Call } from './request.ts';

/** A call with what is needed to read its answer. */
export interface Question extends Call {
  /** Beside the token: what no error may repeat. */
  readonly secrets?: readonly string[];
  /** What a refusal means to this call before it means what it means to all. */
  readonly meaning?: RefusalMeaning | undefined;
  readonly cancellation?: Cancellation | undefined;
}

/** Calls to the host that the service named as its location. */
export interface Connection {
  /** The 2xx answer; any other is an error. */
  ask(question: Question): Promise<Outcome<HttpResponse>>;
  /** As `ask`, of an origin that was found before: what belongs together goes to one. */
  askAt(origin: Origin, question: Question): Promise<Outcome<HttpResponse>>;
  /** As `ask`, where the protocol promises an answer without content. */
  tell(question: Question): Promise<Outcome<void>>;
}

export interface ConnectionOptions {
  readonly location: Location;
  readonly transport: HttpTransport;
  readonly clock: Clock;
}

/** In UTF-16 code units. Transports bound what they take in already, each in its own way. */
const answerLimit = 1_048_576;

export const createConnection = ({ location, transport, clock }: ConnectionOptions): Connection => {
  const askAt = async (origin: Origin, question: Question): Promise<Outcome<HttpResponse>> => {
    const { token, secrets = [], meaning, cancellation } = question;
    if (cancellation?.aborted) return fail({ code: 'cancelled' });
    const answer = await transport(requestOf(origin, question), cancellation);
    if (!answer.ok) return answer;
    const { status, body } = answer.value;
    if (body.length > answerLimit) return fail({ code: 'serverError', status });
    if (isSuccess(answer.value)) return answer;
    const all = token === undefined ? secrets : [token, ...secrets];
    return fail(errorOf(answer.value, { secrets: all, nowMs: clock.nowMs(), meaning }));
  };

  const ask = async (question: Question): Promise<Outcome<HttpResponse>> => {
    const origin = await location.find(question.cancellation);
    return origin.ok ? askAt(origin.value, question) : origin;
  };

  return {
    ask,
    askAt,
    tell: async (question) => {
      const answer = await ask(question);
      if (!answer.ok) return answer;
      // Whatever a service says beside its yes is its own affair; the page of a guest network is no yes.
      return isPage(answer.value) ? fail(wrongAnswer(answer.value)) : done;
    },
  };
};
