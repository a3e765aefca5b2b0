import { once } from 'node:events';
import type { Server } from 'node:net';

/** Has a server listen, on a port of the system's choice unless one is given; resolves with the port. */
export const listening = async (server: Server, { host = '127.0.0.1', port = 0 } = {}): Promise<number> => {
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return address.port;
};
