import { randomUUID } from 'node:crypto';
import type { Session } from 'electron';
import { directoryOrigin, directoryScheme } from '../../app/identity/directory-scheme.ts';
import { createDirectoryForwarding, type DirectoryForwardingOptions } from './directory-forwarding.ts';
import { DirectoryTickets, isOwnPageAsking, ticketHeader } from './directory-tickets.ts';

const protocolOnly = { urls: [`${directoryOrigin}/api/*`] };

/**
 * Serves the directory's page and protocol to the web session of one account (`userId`, for life), and to no other.
 * The listeners `onBeforeSendHeaders`, `onErrorOccurred` and `onCompleted` of that session's `webRequest` are taken
 * by it: Electron keeps only the last listener of each.
 */
export const serveDirectory = (session: Session, options: DirectoryForwardingOptions): void => {
  const tickets = new DirectoryTickets(randomUUID);
  const forward = createDirectoryForwarding(options);
  const { webRequest } = session;
  webRequest.onBeforeSendHeaders(protocolOnly, (details, answer) => {
    const headers = Object.entries(details.requestHeaders).filter(
      ([name]) => name.toLowerCase() !== ticketHeader,
    );
    if (isOwnPageAsking(details)) headers.push([ticketHeader, tickets.issue(details.id)]);
    answer({ requestHeaders: Object.fromEntries(headers) });
  });
  webRequest.onErrorOccurred(protocolOnly, ({ id }) => tickets.end(id));
  webRequest.onCompleted(protocolOnly, ({ id }) => tickets.end(id));
  session.protocol.handle(directoryScheme, (request) =>
    forward(request, tickets.redeem(request.headers.get(ticketHeader) ?? '')),
  );
};
