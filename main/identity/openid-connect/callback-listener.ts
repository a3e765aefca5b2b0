import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { fail, succeed, type Outcome } from '../../../app/outcome.ts';
import type { Timers } from '../../../app/ports.ts';
import { callbackPage, callbackPageHeaders, type CallbackPage } from './callback-page.ts';

/** The issuer's answer, brought by the person's browser. */
export interface Callback {
  /** As the issuer sent it, code and all: for openid-client only. */
  readonly url: URL;
  /** What the browser shows at the end; it waits for that. */
  show(page: 'signedIn' | 'notSignedIn'): void;
}

/** The loopback redirect of one login (RFC 8252, section 7.3). */
export interface CallbackListener {
  readonly redirectUri: string;
  /**
   * Resolves once, when it listens no more. Fails with `authenticationRejected` (`tooLate`), with `serverError`
   * (`untrusted`) after too many answers that are not to this login, and with `cancelled`.
   */
  readonly callback: Promise<Outcome<Callback>>;
}

export interface CallbackListenerOptions {
  /** What the issuer's answer must carry (RFC 6749, section 10.12). */
  readonly state: string;
  /** The system chooses where this is absent. */
  readonly port?: number | undefined;
  readonly timers: Timers;
  /** Raised at the end of the login. */
  readonly signal: AbortSignal;
}

const lifeMs = 5 * 60_000;
/** For a browser to send its request: it is on this computer. */
const requestTimeMs = 10_000;
const wrongAnswersLimit = 10;
const headBytesLimit = 16 * 1024;
const connectionsLimit = 64;

/** Fails with `conflict` (`portTaken`) where another program listens on the given port. */
export const openCallbackListener = async (
  options: CallbackListenerOptions,
): Promise<Outcome<CallbackListener>> => {
  const server = createServer({ maxHeaderSize: headBytesLimit });
  server.maxConnections = connectionsLimit;
  const port = await listen(server, options.port ?? 0);
  if (port === undefined) {
    return fail(
      options.port === undefined ? { code: 'unexpected' } : { code: 'conflict', with: 'portTaken' },
    );
  }
  const callback = receiveCallback(server, { ...options, host: `127.0.0.1:${port}` });
  return succeed({ redirectUri: `http://127.0.0.1:${port}/callback`, callback });
};

/** On 127.0.0.1 alone, whose literal the issuer is given: no name that others could answer to. */
const listen = (server: Server, port: number): Promise<number | undefined> =>
  new Promise((resolve) => {
    server.once('error', () => resolve(undefined));
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      const address = server.address();
      resolve(typeof address === 'object' ? address?.port : undefined);
    });
  });

const receiveCallback = (
  server: Server,
  { host, state, timers, signal }: CallbackListenerOptions & { readonly host: string },
): Promise<Outcome<Callback>> =>
  new Promise((resolve) => {
    const deadlines = new Map<Socket, () => void>();
    let wrongAnswers = 0;
    let awaiting: ServerResponse | undefined;
    let isOver = false;

    const settle = (outcome: Outcome<Callback>): void => {
      if (isOver) return;
      isOver = true;
      stopLife();
      server.close();
      for (const [socket, stop] of deadlines) {
        stop();
        if (socket !== awaiting?.socket) socket.destroy();
      }
      resolve(outcome);
    };

    const stopLife = timers.after(lifeMs, () =>
      settle(fail({ code: 'authenticationRejected', because: 'tooLate' })),
    );

    server.on('connection', (socket) => {
      deadlines.set(
        socket,
        timers.after(requestTimeMs, () => socket.destroy()),
      );
      socket.once('close', () => {
        deadlines.get(socket)?.();
        deadlines.delete(socket);
      });
    });

    server.on('request', (request, response) => {
      deadlines.get(request.socket)?.();
      const status = statusOf(request, host);
      if (status !== 200) return answer(response, 'refused', status);
      const url = new URL(request.url ?? '', `http://${host}`);
      if (isOver) return answer(response, 'refused', 400);
      if (hasState(url, state)) {
        awaiting = response;
        return settle(succeed({ url, show: (page) => answer(response, page, 200) }));
      }
      answer(response, 'refused', 400);
      wrongAnswers += 1;
      // Ends after the tenth has been answered.
      if (wrongAnswers >= wrongAnswersLimit) {
        awaiting = response;
        settle(fail({ code: 'serverError', problem: 'untrusted' }));
      }
    });

    const abort = (): void => {
      settle(fail({ code: 'cancelled' }));
      if (awaiting) answer(awaiting, 'notSignedIn', 200);
    };
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
  });

/** 200 for what may be the issuer's answer. Another `Host` means that a name was bound to this address. */
const statusOf = ({ headers, method, url = '' }: IncomingMessage, host: string): number => {
  if (headers.host !== host) return 421;
  if (url !== '/callback' && !url.startsWith('/callback?')) return 404;
  return method === 'GET' ? 200 : 405;
};

const hasState = ({ searchParams }: URL, state: string): boolean => {
  const [given, ...others] = searchParams.getAll('state');
  if (given === undefined || others.length > 0) return false;
  const [left, right] = [Buffer.from(given), Buffer.from(state)];
  return left.length === right.length && timingSafeEqual(left, right);
};

const answer = (response: ServerResponse, page: CallbackPage, status: number): void => {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, { ...callbackPageHeaders, ...(status === 405 ? { allow: 'GET' } : {}) });
  response.end(callbackPage(page));
};
