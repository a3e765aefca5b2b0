import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AnswerPart, OutgoingRequest } from '../../../app/contract/request-views.ts';
import { serviceIdSchema, type UserId } from '../../../app/users/user.ts';
import { AuthorizedRequests } from '../../../app/sessions/authorized-request.ts';
import type { Switcher } from '../../../app/switcher.ts';
import { Stoppable } from '../../../app/requests/stoppable.ts';
import { createManualTimers } from '../../../app/testing/manual-timers.ts';
import type { FakeWorld } from '../../../app/testing/fake-world.ts';
import { worldWith } from '../../../app/testing/worlds.ts';
import { startFaultServer, type FaultServer } from '../../network/testing/fault-server.ts';
import { createNetworkCarrier } from '../network-carrier.ts';

/** What the server does with a request whose token is good. */
export type Serve = (request: IncomingMessage, response: ServerResponse, subject: string) => void;

/** Says who asked. */
export const sayingWho: Serve = (_request, response, subject) => {
  response.writeHead(200, { 'content-type': 'text/plain' });
  response.end(subject);
};

const shop = serviceIdSchema.parse('shop');

export interface RequestStage {
  readonly world: FakeWorld;
  readonly switcher: Switcher;
  readonly server: FaultServer;
  readonly requests: AuthorizedRequests;
  readonly timers: ReturnType<typeof createManualTimers>;
  readonly idOf: (n: number) => UserId;
  readonly subjectOf: (userId: UserId) => string;
  /** What was told of answers, in order. */
  readonly told: { readonly userId: UserId; readonly part: AnswerPart }[];
  serve: Serve;
  send(
    userId: UserId,
    request?: Partial<Extract<OutgoingRequest, { kind: 'http' }>>,
    work?: Stoppable,
  ): ReturnType<AuthorizedRequests['send']>;
  close(): Promise<void>;
}

/**
 * The real core and a real server whose tokens are those of the service in memory: it answers 401 to all others.
 * The users count as those of a service on the network, not of the directory.
 */
export const openRequestStage = async (...emails: string[]): Promise<RequestStage> => {
  const { world, switcher, idOf } = await worldWith(...emails);
  const timers = createManualTimers();
  const server = await startFaultServer((request, response) => {
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const subject = world.service.grants.subjectOf(token);
    if (subject === undefined) {
      response.writeHead(401, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ error: 'invalid session', echo: token }));
    } else stage.serve(request, response, subject);
  });
  world.service.apiOrigins = async () => [server.origin];
  const requests = new AuthorizedRequests({
    users: switcher.bearers,
    registry: () => {
      const { registry } = switcher;
      const users = new Map(
        Array.from(registry.users, ([id, user]) => [id, { ...user, serviceId: shop }] as const),
      );
      return { ...registry, users };
    },
    subscribe: (listener, only) => switcher.subscribe(listener, only),
    carry: createNetworkCarrier({ fetch, timers }),
    stopwatch: { elapsedMs: () => 0 },
  });
  const told: RequestStage['told'] = [];
  const stage: RequestStage = {
    world,
    switcher,
    server,
    requests,
    timers,
    idOf,
    subjectOf: (userId) => switcher.registry.users.get(userId)?.subject ?? '',
    told,
    serve: sayingWho,
    send: (userId, request, work = new Stoppable()) =>
      requests.send({
        userId,
        request: { kind: 'http', method: 'GET', url: '/who', headers: [], ...request },
        cancellation: work,
        onAccepted: () => undefined,
        onPart: (part) => told.push({ userId, part }),
      }),
    close: () => server.close(),
  };
  return stage;
};
