import type { time as english } from '../en/time.ts';
import type { Translated } from '../message.ts';

export const time: Translated<typeof english> = {
  seconds: '{count, plural, one {# Sekunde} other {# Sekunden}}',
  minutes: '{count, plural, one {# Minute} other {# Minuten}}',
  hours: '{count, plural, one {# Stunde} other {# Stunden}}',

  sizes: {
    bytes: '{amount} B',
    kilobytes: '{amount} kB',
    megabytes: '{amount} MB',
    gigabytes: '{amount} GB',
    terabytes: '{amount} TB',
  },
};
