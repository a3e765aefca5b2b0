const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** A number of bytes as people read it: three digits at most, in steps of a thousand. */
export const byteSize = (count: number): string => {
  const step = count < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(count) / 3));
  const amount = count / 1000 ** step;
  const digits = step > 0 && amount < 10 ? 1 : 0;
  return `${amount.toFixed(digits)} ${units[step]}`;
};
