import type { CommandInput } from '../../app/contract/commands.ts';
import { routesOf } from '../../app/identity/app-services/routes.ts';
import { directoryService, type Service } from '../../app/identity/service.ts';
import { done, fail, succeed, type Outcome } from '../../app/outcome.ts';
import { checkedFunctionName, type CheckedRequest } from '../../app/requests/checked-request.ts';
import { curlCommand } from '../../app/requests/curl-command.ts';
import type { AuthorizedRequests } from '../../app/sessions/authorized-request.ts';
import type { ActingUsers } from '../../app/sessions/token-door.ts';
import type { UserId } from '../../app/users/user.ts';
import type { Clipboard } from '../shell/secret-hand-out.ts';
import type { TokenHandOut } from './token-hand-out.ts';

export interface CurlCopiesParts {
  readonly requests: Pick<AuthorizedRequests, 'addressedTo' | 'originsOf'>;
  readonly users: Pick<ActingUsers, 'refusalOf'>;
  readonly serviceOf: (userId: UserId) => Service | undefined;
  readonly handOut: Pick<TokenHandOut, 'grant'>;
  readonly clipboard: Pick<Clipboard, 'writeText'>;
  /** Windows' own curl knows no Unix sockets. */
  readonly hasUnixSockets: boolean;
}

type Sendable = CheckedRequest & { readonly url: string };

const notOffered = fail({ code: 'conflict', with: 'notOffered' });

/** Puts requests into the clipboard as command lines, without the token. */
export const createCurlCopies =
  ({ requests, users, serviceOf, handOut, clipboard, hasUnixSockets }: CurlCopiesParts) =>
  async ({ userId, request }: CommandInput<'copyAsCurl'>): Promise<Outcome<void>> => {
    const refused = users.refusalOf(userId);
    if (refused) return refused;
    const service = serviceOf(userId);
    // No command reaches the directory: no socket of this computer is behind it.
    if (!hasUnixSockets || !service || service.id === directoryService.id) return notOffered;
    const sendable =
      request.kind === 'http'
        ? await sendableHttp(requests, userId, request)
        : await sendableFunction(requests, userId, service, request);
    if (!sendable.ok) return sendable;
    const granted = await handOut.grant(userId);
    if (!granted.ok) return granted;
    const command = curlCommand({ ...sendable.value, handOut: granted.value });
    if (command === undefined) return notOffered;
    await clipboard.writeText(command);
    return done;
  };

const sendableHttp = async (
  requests: CurlCopiesParts['requests'],
  userId: UserId,
  request: Extract<CommandInput<'copyAsCurl'>['request'], { kind: 'http' }>,
): Promise<Outcome<Sendable>> => {
  const addressed = await requests.addressedTo(userId, request);
  if (!addressed.ok) return addressed;
  const { origin, path, ...checked } = addressed.value;
  return succeed({ ...checked, url: origin + path });
};

const sendableFunction = async (
  requests: CurlCopiesParts['requests'],
  userId: UserId,
  service: Service,
  request: Extract<CommandInput<'copyAsCurl'>['request'], { kind: 'function' }>,
): Promise<Outcome<Sendable>> => {
  if (service.kind !== 'appServices') return notOffered;
  const name = checkedFunctionName(request);
  if (!name.ok) return name;
  const origins = await requests.originsOf(userId);
  if (!origins.ok) return origins;
  // The location, which is asked for calls, comes after the address that it was asked of.
  const origin = origins.value.at(-1);
  if (origin === undefined) return fail({ code: 'networkUnavailable' });
  return succeed({
    method: 'POST',
    url: origin + routesOf(service.appId).callFunction,
    headers: { Accept: 'application/json', 'Content-Type': 'application/json;charset=utf-8' },
    body: JSON.stringify({ name: name.value, arguments: request.arguments }),
  });
};
