import { byLocale } from './by-locale.ts';
import { timeWords } from './spoken.ts';

const units = ['bytes', 'kilobytes', 'megabytes', 'gigabytes', 'terabytes'] as const;

const whole = byLocale(
  (locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 0, useGrouping: false }),
);
const withDecimal = byLocale(
  (locale) => new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
);

/** A number of bytes as people read it, in steps of a thousand; small ones with one decimal. */
export const byteSize = (count: number): string => sized(count, 0);

const sized = (amount: number, step: number): string => {
  // By what it is rounded to, so that none reads “1000 kB”.
  if (Math.round(amount) >= 1000 && step < units.length - 1) return sized(amount / 1000, step + 1);
  const format = step > 0 && amount < 9.95 ? withDecimal() : whole();
  return timeWords.sizes[units[step] ?? 'terabytes']({ amount: format.format(amount) });
};
