import type { Answer, AnswerPart, OutgoingRequest } from '../contract/request-views.ts';
import { directoryOrigin } from '../identity/directory-scheme.ts';
import { directoryService } from '../identity/service.ts';
import { fail, succeed, type Outcome } from '../outcome.ts';
import type { Cancellation, JsonValue } from '../ports.ts';
import { checkedFunctionName, checkedRequest, type CheckedRequest } from '../requests/checked-request.ts';
import { functionAnswer } from '../requests/function-answer.ts';
import { HeardAnswer } from '../requests/heard-answer.ts';
import { addressOf, type RequestAddress } from '../requests/request-address.ts';
import type { CarriedRequest, RequestCarrier } from '../requests/request-carrier.ts';
import { Stoppable } from '../requests/stoppable.ts';
import type { RegistryListener } from '../users/registry-event.ts';
import type { UserId } from '../users/user.ts';
import type { UserRegistry } from '../users/user-registry.ts';
import type { ActingUsers } from './token-door.ts';

/** Measures how long something took; says nothing of the time of day, and never jumps. */
export interface Stopwatch {
  elapsedMs(): number;
}

export interface AuthorizedRequestParts {
  readonly users: ActingUsers;
  readonly registry: () => UserRegistry;
  readonly subscribe: (listener: RegistryListener, only: UserId) => () => void;
  readonly carry: RequestCarrier;
  readonly stopwatch: Stopwatch;
}

export interface RequestOrder {
  readonly userId: UserId;
  readonly request: OutgoingRequest;
  readonly cancellation: Cancellation;
  /** The request is one that may leave. */
  onAccepted(): void;
  onPart(part: AnswerPart): void;
}

type Prepared =
  | ({ readonly kind: 'http' } & RequestAddress & CheckedRequest)
  | { readonly kind: 'function'; readonly name: string; readonly arguments: readonly JsonValue[] };

const cancelled = fail({ code: 'cancelled' });

/**
 * The one way for requests that a person writes: as the named user, with that user's own token, to that user's own
 * service. A switch changes nothing about it. It ends when the user logs out, is locked or removed, and what is
 * still to come of its answer is dropped (fault rows C2, C9, C10).
 */
export class AuthorizedRequests {
  readonly #parts: AuthorizedRequestParts;

  constructor(parts: AuthorizedRequestParts) {
    this.#parts = parts;
  }

  /** Refused with `invalidInput` before any token is fetched. An answer of any status is a success. */
  async send(order: RequestOrder): Promise<Outcome<Answer>> {
    const { userId, request, cancellation } = order;
    const { users, subscribe } = this.#parts;
    const refused = users.refusalOf(userId);
    if (refused) return refused;
    const work = new Stoppable();
    const cancel = (): void => work.stop({ code: 'cancelled' });
    cancellation.addEventListener('abort', cancel);
    if (cancellation.aborted) cancel();
    const endListening = subscribe(() => {
      const refusal = users.refusalOf(userId);
      if (refusal) work.stop(refusal.error);
    }, userId);
    try {
      const prepared = await work.until(this.#prepared(userId, request));
      if (!prepared.ok) return prepared;
      order.onAccepted();
      return await work.until(
        prepared.value.kind === 'http'
          ? this.#sendHttp(prepared.value, order, work)
          : this.#callFunction(prepared.value, order, work),
      );
    } finally {
      endListening();
      cancellation.removeEventListener('abort', cancel);
    }
  }

  /** The address that a request would go to. Needs nobody to be logged in, and no token. */
  async addressedTo(
    userId: UserId,
    request: Extract<OutgoingRequest, { kind: 'http' }>,
  ): Promise<Outcome<RequestAddress & CheckedRequest>> {
    const checked = checkedRequest(request);
    if (!checked.ok) return checked;
    const origins = await this.originsOf(userId);
    if (!origins.ok) return origins;
    const address = addressOf(request.url, origins.value);
    return address.ok ? succeed({ ...address.value, ...checked.value }) : address;
  }

  async originsOf(userId: UserId): Promise<Outcome<readonly string[]>> {
    const user = this.#parts.registry().users.get(userId);
    return user?.serviceId === directoryService.id
      ? succeed([directoryOrigin])
      : this.#parts.users.originsOf(userId);
  }

  async #prepared(userId: UserId, request: OutgoingRequest): Promise<Outcome<Prepared>> {
    if (request.kind === 'function') {
      const name = checkedFunctionName(request);
      return name.ok ? succeed({ ...request, name: name.value }) : name;
    }
    const addressed = await this.addressedTo(userId, request);
    return addressed.ok ? succeed({ kind: 'http', ...addressed.value }) : addressed;
  }

  async #sendHttp(request: CarriedRequest, order: RequestOrder, work: Stoppable): Promise<Outcome<Answer>> {
    const tokens: string[] = [];
    let refused: Answer | undefined;
    const outcome = await this.#parts.users.asUser(order.userId, async (_provider, token) => {
      if (work.aborted) return cancelled;
      tokens.unshift(token);
      const isRepeated = refused !== undefined;
      const answer = await this.#carry(request, token, work, {
        tokens,
        tell: (part) => {
          if (!work.aborted) order.onPart(part);
        },
        isHeld: (status) => status === 401 && !isRepeated,
      });
      if (!answer.ok || answer.value.status !== 401 || isRepeated) return answer;
      refused = answer.value;
      return fail({ code: 'authenticationRejected' });
    });
    // Nothing newer was to be had, and the session lives: what the service says is its answer.
    const isStillRefused = !outcome.ok && outcome.error.code === 'authenticationRejected';
    return isStillRefused && refused ? succeed(refused) : outcome;
  }

  async #carry(
    { origin, path, method, headers, body }: CarriedRequest,
    token: string,
    work: Stoppable,
    options: ConstructorParameters<typeof HeardAnswer>[0],
  ): Promise<Outcome<Answer>> {
    const { carry, stopwatch } = this.#parts;
    const heard = new HeardAnswer(options);
    const request = { origin, path, method, body, headers: { ...headers, Authorization: `Bearer ${token}` } };
    const beganMs = stopwatch.elapsedMs();
    const ended = await carry(request, heard, work);
    return ended.ok ? succeed(heard.end(ended.value, stopwatch.elapsedMs() - beganMs)) : ended;
  }

  async #callFunction(
    { name, arguments: args }: Extract<Prepared, { kind: 'function' }>,
    { userId }: RequestOrder,
    work: Stoppable,
  ): Promise<Outcome<Answer>> {
    const { users, stopwatch } = this.#parts;
    return users.asUser(userId, async ({ appServices }, token) => {
      if (!appServices) return fail({ code: 'conflict', with: 'notOffered' });
      if (work.aborted) return cancelled;
      const beganMs = stopwatch.elapsedMs();
      const result = await appServices.callFunction(token, name, args, work);
      return functionAnswer(result, { token, durationMs: stopwatch.elapsedMs() - beganMs });
    });
  }
}
