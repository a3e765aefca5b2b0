import { localeOf } from '../../app/text/language.ts';
import { requestWords, speech } from './spoken.ts';

/** How long an answer took. */
export const answerTime = (durationMs: number): string => {
  const count = Math.round(durationMs);
  return count < 1000
    ? requestWords.milliseconds({ count })
    : requestWords.seconds({ count: inTenths(durationMs / 1000) });
};

const inTenths = (seconds: number): string =>
  seconds.toLocaleString(localeOf(speech.language), { minimumFractionDigits: 1, maximumFractionDigits: 1 });
