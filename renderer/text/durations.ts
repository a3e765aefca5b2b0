import { byLocale } from './by-locale.ts';
import { timeWords } from './spoken.ts';

/** A span of time in words, rounded up: nobody should be told to come back too early. */
export const duration = (seconds: number): string => {
  if (seconds < minute) return timeWords.seconds({ count: Math.max(1, Math.ceil(seconds)) });
  if (seconds < hour) return timeWords.minutes({ count: Math.ceil(seconds / minute) });
  return timeWords.hours({ count: Math.ceil(seconds / hour) });
};

/** What is left, as a clock shows it: 4:09, or 1:04:09. */
export const countdown = (leftMs: number): string => {
  const seconds = Math.max(0, Math.ceil(leftMs / 1000));
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0'));
  const hours = Math.floor(seconds / 3600);
  return hours > 0 ? `${hours}:${parts.join(':')}` : parts.join(':').replace(/^0/u, '');
};

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** From how many seconds on a unit is used, and how long it is: days up to three months, so that they are exact. */
const units = [
  { from: 730 * day, length: 365 * day, unit: 'year' },
  { from: 90 * day, length: 30 * day, unit: 'month' },
  { from: day, length: day, unit: 'day' },
  { from: hour, length: hour, unit: 'hour' },
  { from: minute, length: minute, unit: 'minute' },
  { from: 0, length: 1, unit: 'second' },
] as const;

const inWords = byLocale((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'always' }));

/** A moment as seen from now: “in 12 days”. Rounded down, so that nothing seems to last longer than it does. */
export const fromNow = (atMs: number, nowMs: number): string => {
  const seconds = (atMs - nowMs) / 1000;
  const { length, unit } = units.find(({ from }) => Math.abs(seconds) >= from) ?? units[5];
  return inWords().format(Math.trunc(seconds / length), unit);
};

const dayAndTime = byLocale(
  (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }),
);

export const moment = (atMs: number): string => dayAndTime().format(atMs);
