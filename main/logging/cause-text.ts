/** What was thrown, as text for the log, with the causes beneath it. Redaction is the log's. */
export const causeText = (cause: unknown): string => {
  if (!(cause instanceof Error)) return `thrown ${typeof cause}`;
  const text = cause.stack ?? `${cause.name}: ${cause.message}`;
  return cause.cause === undefined ? text : `${text}\ncaused by ${causeText(cause.cause)}`;
};
