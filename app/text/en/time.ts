/** How spans of time and sizes are said. */
export const time = {
  seconds: '{count, plural, one {# second} other {# seconds}}',
  minutes: '{count, plural, one {# minute} other {# minutes}}',
  hours: '{count, plural, one {# hour} other {# hours}}',

  sizes: {
    bytes: '{amount} B',
    kilobytes: '{amount} kB',
    megabytes: '{amount} MB',
    gigabytes: '{amount} GB',
    terabytes: '{amount} TB',
  },
} as const;
