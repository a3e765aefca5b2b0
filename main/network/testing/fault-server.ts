import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { Socket } from 'node:net';
import { TLSSocket, type TlsOptions } from 'node:tls';

export interface ReceivedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  /** Did whoever asked show a certificate of its own? */
  readonly hasClientCertificate: boolean;
}

/** A server that does what real ones do on a bad day. */
export interface FaultServer {
  readonly origin: string;
  readonly port: number;
  readonly received: readonly ReceivedRequest[];
  /** Bytes that went out, over all connections that were made. */
  sentBytes(): number;
  close(): Promise<void>;
}

export type Fault = (request: IncomingMessage, response: ServerResponse) => void;

export const startFaultServer = async (
  fault: Fault,
  { tls, host = '127.0.0.1' }: { readonly tls?: TlsOptions; readonly host?: string } = {},
): Promise<FaultServer> => {
  const received: ReceivedRequest[] = [];
  const sockets = new Set<Socket>();
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const { method = '', url = '', headers, socket } = request;
    const hasClientCertificate =
      socket instanceof TLSSocket && Object.keys(socket.getPeerCertificate()).length > 0;
    received.push({ method, url, headers, hasClientCertificate });
    response.on('error', () => undefined);
    fault(request, response);
  };
  const server = tls ? createHttpsServer(tls, answer) : createHttpServer(answer);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  const { port } = address;
  return {
    origin: `${tls ? 'https' : 'http'}://${host}:${port}`,
    port,
    received,
    sentBytes: () =>
      Array.from(sockets, ({ bytesWritten }) => bytesWritten).reduce((all, one) => all + one, 0),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
};
