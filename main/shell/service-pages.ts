import { done, fail, type Outcome } from '../../app/outcome.ts';
import type { Log } from '../../app/ports.ts';
import { allowedServicePage } from '../security/external-links.ts';

export interface ServicePageParts {
  /** The system's way to open an address. */
  readonly openExternal: (url: string) => Promise<void>;
  readonly copyText: (text: string) => Promise<void>;
  readonly log: Log;
}

export type OpenPage = (url: string, where: 'browser' | 'clipboard') => Promise<Outcome<void>>;

/** A page of a service, in the person's browser or as text in the clipboard. */
export const createServicePages =
  ({ openExternal, copyText, log }: ServicePageParts): OpenPage =>
  async (url, where) => {
    const page = allowedServicePage(url);
    if (page === undefined) return fail({ code: 'serverError', problem: 'untrusted' });
    try {
      await (where === 'browser' ? openExternal(page) : copyText(page));
      return done;
    } catch {
      // The error has the address in it, which is the log's business no more than anybody's.
      log.warn('a page could not be opened', { where });
      return fail({ code: 'unexpected' });
    }
  };
