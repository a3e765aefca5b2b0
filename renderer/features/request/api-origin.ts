import type { ServiceView } from '../../../app/contract/views.ts';

/** The origin that a path is taken on; undefined where the accounts' tokens may go nowhere. */
export const apiOriginOf = (service: ServiceView): string | undefined => {
  switch (service.kind) {
    case 'directory':
      return 'directory://hotseat';
    case 'appServices':
      return new URL(service.baseUrl).origin;
    case 'openIdConnect':
      return service.apiOrigins[0];
    default:
      return undefined;
  }
};

export const hasFunctions = ({ kind }: ServiceView): boolean =>
  kind === 'directory' || kind === 'appServices';

/** Is it an address of its own, rather than a path of the service? */
export const isWholeAddress = (url: string): boolean => /^\s*[a-z][a-z\d+.-]*:/iu.test(url);
