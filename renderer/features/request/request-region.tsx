import { requestWords } from '../../text/request-words.ts';

/** Requests and functions as the active user, or as several users of the same service. */
export const RequestRegion = () => <section aria-label={requestWords.request} />;
