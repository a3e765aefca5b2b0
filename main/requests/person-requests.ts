import type { CommandInput } from '../../app/contract/commands.ts';
import type { Answer, AnswerPart, RequestBook } from '../../app/contract/request-views.ts';
import type { Service } from '../../app/identity/service.ts';
import { fail, succeed, type Outcome } from '../../app/outcome.ts';
import type { Clock, Timers } from '../../app/ports.ts';
import { withSaved, withSent, withStatus, withoutRequest } from '../../app/requests/request-book.ts';
import { Stoppable } from '../../app/requests/stoppable.ts';
import type { AuthorizedRequests } from '../../app/sessions/authorized-request.ts';
import type { ServiceId, UserId } from '../../app/users/user.ts';
import { createAnswerParts } from './answer-parts.ts';
import type { RequestBooks } from './request-books.ts';
import type { RequestDesk } from './request-desk.ts';

export interface PersonRequestsParts {
  readonly requests: Pick<AuthorizedRequests, 'send'>;
  readonly books: RequestBooks;
  readonly services: { list(): readonly Service[] };
  readonly serviceOf: (userId: UserId) => Service | undefined;
  readonly tell: (requestId: string, userId: UserId, part: AnswerPart) => void;
  readonly copyAsCurl: RequestDesk['copyAsCurl'];
  readonly newId: () => string;
  readonly clock: Clock;
  readonly timers: Timers;
}

const serviceNotFound = fail({ code: 'serviceNotFound' });

/** The desk, on top of the one way out and the books. */
export class PersonRequests implements RequestDesk {
  readonly #parts: PersonRequestsParts;
  readonly #running = new Map<string, Set<Stoppable>>();

  constructor(parts: PersonRequestsParts) {
    this.#parts = parts;
  }

  async send({ requestId, userId, request }: CommandInput<'sendRequest'>): Promise<Outcome<Answer>> {
    const { requests, books, clock, timers, tell } = this.#parts;
    const serviceId = this.#parts.serviceOf(userId)?.id;
    const work = this.#begin(requestId);
    const parts = createAnswerParts(timers, (part) => tell(requestId, userId, part));
    try {
      const answer = await requests.send({
        userId,
        request,
        cancellation: work,
        onAccepted: () => {
          const sent = { requestId, userId, request, sentAtMs: clock.nowMs() };
          if (serviceId !== undefined) books.note(serviceId, (book) => withSent(book, sent));
        },
        onPart: (part) => parts.take(part),
      });
      if (answer.ok && serviceId !== undefined) {
        const { status } = answer.value;
        books.note(serviceId, (book) => withStatus(book, { requestId, userId, status }));
      }
      return answer;
    } finally {
      parts.end();
      this.#end(requestId, work);
    }
  }

  cancel(requestId: string): void {
    for (const work of Array.from(this.#running.get(requestId) ?? [])) work.stop({ code: 'cancelled' });
  }

  async book({ serviceId }: CommandInput<'readRequestBook'>): Promise<Outcome<RequestBook>> {
    return this.#isKnown(serviceId) ? succeed(this.#parts.books.bookOf(serviceId)) : serviceNotFound;
  }

  async save({ serviceId, name, request }: CommandInput<'saveRequest'>): Promise<Outcome<void>> {
    if (!this.#isKnown(serviceId)) return serviceNotFound;
    const title = name.trim();
    if (title === '') return fail({ code: 'invalidInput', field: 'name', problem: 'empty' });
    const saved = { id: this.#parts.newId(), name: title, request };
    return this.#parts.books.change(serviceId, (book) => withSaved(book, saved));
  }

  async forget({ serviceId, id }: CommandInput<'forgetRequest'>): Promise<Outcome<void>> {
    if (!this.#isKnown(serviceId)) return serviceNotFound;
    return this.#parts.books.change(serviceId, (book) => succeed(withoutRequest(book, id)), {
      isTakingAway: true,
    });
  }

  async clearPast({ serviceId }: CommandInput<'clearPastRequests'>): Promise<Outcome<void>> {
    if (!this.#isKnown(serviceId)) return serviceNotFound;
    return this.#parts.books.change(serviceId, (book) => succeed({ ...book, past: [] }), {
      isTakingAway: true,
    });
  }

  copyAsCurl(input: CommandInput<'copyAsCurl'>): Promise<Outcome<void>> {
    return this.#parts.copyAsCurl(input);
  }

  /** Ends what is under way, and writes what history waits for. */
  async close(): Promise<void> {
    for (const requestId of Array.from(this.#running.keys())) this.cancel(requestId);
    await this.#parts.books.flush();
  }

  #isKnown(serviceId: ServiceId): boolean {
    return this.#parts.services.list().some(({ id }) => id === serviceId);
  }

  #begin(requestId: string): Stoppable {
    const work = new Stoppable();
    this.#running.set(requestId, (this.#running.get(requestId) ?? new Set()).add(work));
    return work;
  }

  #end(requestId: string, work: Stoppable): void {
    const running = this.#running.get(requestId);
    running?.delete(work);
    if (running?.size === 0) this.#running.delete(requestId);
  }
}
