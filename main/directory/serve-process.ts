import type { DirectoryApp } from './directory-app.ts';
import { DIRECTORY_ORIGIN } from './directory-origin.ts';
import { directoryMessage } from './messages.ts';
import type { DirectoryReply, RequestMessage, ResponseReply, StartMessage } from './messages.ts';
import type { OpenedDirectory } from './open-directory.ts';
import type { DirectoryLog } from './ports.ts';
import { problems } from './problems.ts';
import type { Problem } from './problems.ts';
import { problemResponse } from './responses.ts';

/** As much of Electron's `process.parentPort` as is used. */
export interface ParentPort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
  postMessage(message: DirectoryReply, transfer: never[]): void;
}

export interface ServeProcessOptions {
  readonly port: ParentPort;
  readonly open: (start: StartMessage) => OpenedDirectory;
  readonly log: DirectoryLog;
}

const malformedRequest: Problem = { status: 400, code: 'BadRequest', error: 'the request is malformed' };

/** Serves the directory over the messages of messages.ts. A message that is none of them is ignored and logged. */
export function serveDirectoryProcess({ port, open, log }: ServeProcessOptions): void {
  const inFlight = new Map<number, AbortController>();
  let app: DirectoryApp | undefined;

  port.on('message', ({ data }) => {
    const message = directoryMessage.safeParse(data);
    if (!message.success) {
      log({ kind: 'messageIgnored', reason: 'malformed' });
      return;
    }
    switch (message.data.kind) {
      case 'start':
        start(message.data);
        return;
      case 'request':
        void answer(message.data);
        return;
      case 'cancel':
        inFlight.get(message.data.id)?.abort();
        inFlight.delete(message.data.id);
    }
  });

  function start(message: StartMessage): void {
    if (app !== undefined) {
      log({ kind: 'messageIgnored', reason: 'alreadyStarted' });
      return;
    }
    const opened = openOnce(message);
    // The key lives on inside the token signer only.
    message.signingKey.fill(0);
    if (opened?.kind !== 'opened') {
      send({ kind: 'failed', reason: opened?.reason ?? 'unexpected' });
      return;
    }
    app = opened.directory.app;
    send({ kind: 'ready' });
  }

  function openOnce(message: StartMessage): OpenedDirectory | undefined {
    try {
      return open(message);
    } catch (cause) {
      log({
        kind: 'requestFailed',
        route: 'start',
        reason: cause instanceof Error ? cause.name : 'unexpected',
      });
      return undefined;
    }
  }

  async function answer(message: RequestMessage): Promise<void> {
    if (inFlight.has(message.id)) {
      log({ kind: 'messageIgnored', reason: 'duplicateId' });
      return;
    }
    const controller = new AbortController();
    inFlight.set(message.id, controller);
    const response = await respond(message, controller.signal);
    const reply = await replyOf(message.id, response);
    // Cancelled meanwhile, and the id perhaps in use again.
    if (inFlight.get(message.id) !== controller) return;
    inFlight.delete(message.id);
    send(reply);
  }

  async function respond(message: RequestMessage, signal: AbortSignal): Promise<Response> {
    if (app === undefined) return problemResponse(problems.busy);
    const request = requestOf(message, signal);
    return request === undefined ? problemResponse(malformedRequest) : app.fetch(request);
  }

  function send(reply: DirectoryReply): void {
    port.postMessage(reply, []);
  }
}

function requestOf(message: RequestMessage, signal: AbortSignal): Request | undefined {
  const { method, headers, body } = message;
  try {
    const url = new URL(message.path, DIRECTORY_ORIGIN);
    if (url.origin !== DIRECTORY_ORIGIN) return undefined;
    return new Request(url, { method, headers, signal, body: body ?? null });
  } catch {
    return undefined;
  }
}

async function replyOf(id: number, response: Response): Promise<ResponseReply> {
  const headers = Object.fromEntries(response.headers);
  return { kind: 'response', id, status: response.status, headers, body: await response.text() };
}
