import type { HttpTransport } from '../../app/identity/app-services/http.ts';
import { fail } from '../../app/outcome.ts';
import { DIRECTORY_ORIGIN } from '../directory/directory-origin.ts';
import type { DirectoryHost } from './directory-host.ts';

/** Requests to the directory's own origin, as messages to its process. Any other origin reaches nobody. */
export const createDirectoryTransport =
  (host: Pick<DirectoryHost, 'request'>): HttpTransport =>
  async ({ method, url, headers, body }, cancellation) => {
    if (!url.startsWith(`${DIRECTORY_ORIGIN}/`)) return fail({ code: 'networkUnavailable' });
    const path = url.slice(DIRECTORY_ORIGIN.length);
    return host.request({ method, path, headers, body }, cancellation);
  };
