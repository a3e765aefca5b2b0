import { randomBytes } from 'node:crypto';
import type { AnswerPart } from '../../app/contract/request-views.ts';
import type { HttpTransport } from '../../app/identity/app-services/http.ts';
import { directoryOrigin } from '../../app/identity/directory-scheme.ts';
import type { Service } from '../../app/identity/service.ts';
import type { Clock, Random, Timers } from '../../app/ports.ts';
import { AuthorizedRequests, type Stopwatch } from '../../app/sessions/authorized-request.ts';
import type { Switcher } from '../../app/switcher.ts';
import type { ServiceId, UserId } from '../../app/users/user.ts';
import type { GuardedFetchOptions } from '../network/guarded-fetch.ts';
import { createCurlCopies } from '../requests/curl-copies.ts';
import { createDirectoryCarrier } from '../requests/directory-carrier.ts';
import { createNetworkCarrier } from '../requests/network-carrier.ts';
import { PersonRequests } from '../requests/person-requests.ts';
import type { RequestBooks } from '../requests/request-books.ts';
import { socketPathsFor } from '../requests/socket-paths.ts';
import { TokenGrants } from '../requests/token-grants.ts';
import { TokenHandOut } from '../requests/token-hand-out.ts';
import type { Clipboard } from '../shell/secret-hand-out.ts';

export interface RequestsOptions {
  readonly userData: string;
  /** The folder that the system keeps for sockets of this session, where it has one. */
  readonly runtimeDirectory: string | undefined;
  readonly platform: 'linux' | 'darwin' | 'win32';
  readonly switcher: Switcher;
  readonly services: { list(): readonly Service[]; subscribe(listener: () => void): () => void };
  readonly books: RequestBooks;
  readonly directoryTransport: HttpTransport;
  readonly fetch: GuardedFetchOptions['fetch'];
  readonly clipboard: Pick<Clipboard, 'writeText'>;
  readonly tell: (requestId: string, userId: UserId, part: AnswerPart) => void;
  readonly stopwatch: Stopwatch;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Random;
}

export interface OpenedRequests {
  readonly desk: PersonRequests;
  close(): Promise<void>;
}

/** Puts the requests of a person together: the one way out, the books, and the copies for a terminal. */
export const openRequests = (options: RequestsOptions): OpenedRequests => {
  const { switcher, services, books, timers } = options;
  const serviceOf = (userId: UserId): Service | undefined => {
    const serviceId = switcher.registry.users.get(userId)?.serviceId;
    return services.list().find(({ id }) => id === serviceId);
  };
  const toDirectory = createDirectoryCarrier(options.directoryTransport);
  const toNetwork = createNetworkCarrier({ fetch: options.fetch, timers });
  const requests = new AuthorizedRequests({
    users: switcher.bearers,
    registry: () => switcher.registry,
    subscribe: (listener, only) => switcher.subscribe(listener, only),
    carry: (request, ...rest) =>
      (request.origin === directoryOrigin ? toDirectory : toNetwork)(request, ...rest),
    stopwatch: options.stopwatch,
  });

  const grants = new TokenGrants(timers, randomBytes);
  const handOut = new TokenHandOut({
    users: switcher.bearers,
    grants,
    timers,
    socketPaths: socketPathsFor(options.userData, options.runtimeDirectory),
  });
  switcher.subscribe(() => grants.drop((userId) => switcher.bearers.refusalOf(userId) !== undefined));

  let listed = idsOf(services.list());
  services.subscribe(() => {
    const before = listed;
    listed = idsOf(services.list());
    for (const serviceId of before) if (!listed.has(serviceId)) void books.erase(serviceId);
  });

  const desk = new PersonRequests({
    requests,
    books,
    services,
    serviceOf,
    tell: options.tell,
    copyAsCurl: createCurlCopies({
      requests,
      users: switcher.bearers,
      serviceOf,
      handOut,
      clipboard: options.clipboard,
      hasUnixSockets: options.platform !== 'win32',
    }),
    newId: () => options.random.newOpaqueId(),
    clock: options.clock,
    timers,
  });
  return {
    desk,
    close: async () => {
      await handOut.close();
      await desk.close();
    },
  };
};

const idsOf = (services: readonly Service[]): ReadonlySet<ServiceId> => new Set(services.map(({ id }) => id));
