import type { Session } from 'electron';
import { directoryScheme } from '../../app/identity/directory-scheme.ts';
import type { BearerSource } from '../../app/sessions/token-door.ts';
import type { UserId } from '../../app/users/user.ts';
import type { DirectoryHost } from '../identity/directory-host.ts';

export interface DirectoryPageOptions {
  /** Whose web session it is, for life. */
  readonly userId: UserId;
  readonly bearers: BearerSource;
  /** To the directory's process. */
  readonly request: DirectoryHost['request'];
}

/** Serves the directory's page and protocol to the web session of one account, and to no other. */
export const serveDirectory = (session: Session, { request }: DirectoryPageOptions): void => {
  session.protocol.handle(directoryScheme, async ({ url, signal }) => {
    const answer = await request(
      { method: 'GET', path: URL.parse(url)?.pathname ?? '/', headers: {} },
      signal,
    );
    return answer.ok ? new Response(answer.value.body, { status: answer.value.status }) : Response.error();
  });
};
