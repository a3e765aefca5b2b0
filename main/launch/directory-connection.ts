import type { HttpTransport } from '../../app/identity/app-services/http.ts';
import {
  createDirectoryHost,
  type DirectoryHost,
  type DirectoryHostOptions,
} from '../identity/directory-host.ts';
import { createDirectoryTransport } from '../identity/directory-transport.ts';

export interface DirectoryConnection {
  readonly transport: HttpTransport;
  readonly request: DirectoryHost['request'];
  /** Ends the process; the next request starts one that asks for its key anew. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export const connectDirectory = (options: DirectoryHostOptions): DirectoryConnection => {
  let host: DirectoryHost = createDirectoryHost(options);
  const request: DirectoryHost['request'] = (message, cancellation) => host.request(message, cancellation);
  return {
    transport: createDirectoryTransport({ request }),
    request,
    restart: async () => {
      const ended = host.stop();
      const signingKey = () => ended.then(options.signingKey);
      host = createDirectoryHost({ ...options, signingKey });
      await ended;
    },
    stop: () => host.stop(),
  };
};
