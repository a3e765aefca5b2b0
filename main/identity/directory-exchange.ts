import type { HttpResponse } from '../../app/identity/app-services/http.ts';
import { fail, succeed, type Outcome } from '../../app/outcome.ts';
import type { RequestMessage, ResponseReply } from '../directory/messages.ts';
import type { DirectoryProcess } from './directory-process.ts';

export type DirectoryRequest = Omit<RequestMessage, 'kind' | 'id'>;

/** The requests in flight at one process; another process never answers them. */
export interface DirectoryExchange {
  /** `answered` is called once at most. The returned function gives the request up: no answer comes after it. */
  begin(request: DirectoryRequest, answered: (outcome: Outcome<HttpResponse>) => void): PendingAnswer;
  receive(reply: ResponseReply): void;
  /** Answers all that is in flight with `networkUnavailable`, and whatever comes later too. */
  end(): void;
}

export interface PendingAnswer {
  abandon(): void;
  /** Whether the process has said nothing at all since the request was sent. */
  isProcessSilent(): boolean;
}

/** In UTF-8. */
const answerLimitBytes = 1_048_576;

export const createDirectoryExchange = (process: Pick<DirectoryProcess, 'send'>): DirectoryExchange => {
  const inFlight = new Map<number, (outcome: Outcome<HttpResponse>) => void>();
  let lastId = 0;
  let received = 0;
  let hasEnded = false;

  return {
    begin: (request, answered) => {
      if (hasEnded) {
        answered(fail({ code: 'networkUnavailable' }));
        return { abandon: () => undefined, isProcessSilent: () => false };
      }
      lastId += 1;
      const id = lastId;
      const receivedBefore = received;
      inFlight.set(id, answered);
      process.send({ kind: 'request', id, ...request });
      return {
        abandon: () => {
          if (inFlight.delete(id)) process.send({ kind: 'cancel', id });
        },
        isProcessSilent: () => received === receivedBefore,
      };
    },
    receive: ({ id, status, headers, body }) => {
      received += 1;
      const answered = inFlight.get(id);
      inFlight.delete(id);
      const isTooLong = body.length > answerLimitBytes || Buffer.byteLength(body) > answerLimitBytes;
      answered?.(isTooLong ? fail({ code: 'serverError', status }) : succeed({ status, headers, body }));
    },
    end: () => {
      hasEnded = true;
      const answers = [...inFlight.values()];
      inFlight.clear();
      for (const answered of answers) answered(fail({ code: 'networkUnavailable' }));
    },
  };
};
