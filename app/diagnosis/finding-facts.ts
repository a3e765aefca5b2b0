import type { Finding } from './finding.ts';

/**
 * What was measured, in codes and values: the same in every language, so that whoever helps can read what the person
 * who asks has in their own.
 */
export const findingFacts = ({ code, ...measured }: Finding): string =>
  [
    code,
    ...Object.entries(measured).flatMap(([name, value]) =>
      value === undefined ? [] : [`${name}=${valueText(value)}`],
    ),
  ].join(' ');

const valueText = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(valueText).join(', ')}]`;
  return typeof value === 'object' && value !== null
    ? Object.values(value).map(valueText).join(' ')
    : String(value);
};
