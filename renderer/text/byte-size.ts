const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** A number of bytes as people read it, in steps of a thousand; small ones with one decimal. */
export const byteSize = (count: number): string => sized(count, 0);

const sized = (amount: number, step: number): string => {
  const text = step > 0 && amount < 9.95 ? amount.toFixed(1) : String(Math.round(amount));
  // By what it is rounded to, so that none reads “1000 kB”.
  const isTooMuch = Math.round(amount) >= 1000 && step < units.length - 1;
  return isTooMuch ? sized(amount / 1000, step + 1) : `${text} ${units[step]}`;
};
