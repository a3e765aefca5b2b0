import { localeOf, type Language } from '../text/language.ts';

const minute = 60;
const hour = 60 * minute;

/** A span of time in words, rounded up. */
export const spanText = (seconds: number, language: Language): string => {
  if (seconds < minute) return inUnit(Math.max(1, Math.ceil(seconds)), 'second', language);
  return seconds < hour
    ? inUnit(Math.ceil(seconds / minute), 'minute', language)
    : inUnit(Math.ceil(seconds / hour), 'hour', language);
};

/** Room on a disk, in gigabytes where it has one. */
export const roomText = (megabytes: number, language: Language): string =>
  megabytes < 1000 ? inUnit(megabytes, 'megabyte', language) : inUnit(megabytes / 1000, 'gigabyte', language);

type Unit = 'second' | 'minute' | 'hour' | 'megabyte' | 'gigabyte';

const inUnit = (amount: number, unit: Unit, language: Language): string =>
  new Intl.NumberFormat(localeOf(language), {
    style: 'unit',
    unit,
    unitDisplay: unit.endsWith('byte') ? 'short' : 'long',
    maximumFractionDigits: 1,
  }).format(amount);
