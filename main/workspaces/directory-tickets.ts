import type { OnBeforeSendHeadersListenerDetails } from 'electron';
import { directoryOrigin } from '../../app/identity/directory-scheme.ts';

/** Header that a ticket travels in, from the session to its own handler; a page never sees one. */
export const ticketHeader = 'x-hotseat-ticket';

type AskingDetails = Pick<OnBeforeSendHeadersListenerDetails, 'resourceType'> & {
  readonly frame?: { readonly origin: string; readonly parent: unknown } | null | undefined;
};

/**
 * Is it a request by script of the directory's own page, at the top of its view? Navigations, other frames,
 * workers and whatever has no frame are not.
 */
export const isOwnPageAsking = ({ resourceType, frame }: AskingDetails): boolean =>
  resourceType === 'xhr' && frame?.origin === directoryOrigin && frame.parent === null;

/**
 * What a protocol handler is given does not say who asks, and is never told that the asking has ended. Both are
 * known where a session's requests begin and end, so each request of the own page gets a ticket there, good once.
 */
export class DirectoryTickets {
  readonly #randomText: () => string;
  readonly #waiting = new Map<string, AbortSignal>();
  readonly #ends = new Map<number, () => void>();

  constructor(randomText: () => string) {
    this.#randomText = randomText;
  }

  issue(requestId: number): string {
    const ticket = this.#randomText();
    const abort = new AbortController();
    this.#waiting.set(ticket, abort.signal);
    this.#ends.set(requestId, () => {
      this.#waiting.delete(ticket);
      abort.abort();
    });
    return ticket;
  }

  /** The signal is raised when the request has ended. */
  redeem(ticket: string): AbortSignal | undefined {
    const signal = this.#waiting.get(ticket);
    this.#waiting.delete(ticket);
    return signal;
  }

  /** The request was answered, given up, or never came. */
  end(requestId: number): void {
    this.#ends.get(requestId)?.();
    this.#ends.delete(requestId);
  }
}
