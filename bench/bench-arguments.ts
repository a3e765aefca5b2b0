/** Which measures to take, and with how many users; sizes that are not given are the measure's own. */
export interface BenchArguments {
  readonly names: readonly string[];
  readonly sizes: readonly number[];
}

export type ParsedArguments =
  | { readonly kind: 'arguments'; readonly value: BenchArguments }
  | { readonly kind: 'refused'; readonly sentence: string };

/** More users than that were never meant, and seeding them takes hours. */
const largestSize = 100_000;

/** `[NAME] [SIZE …]`: without a name, all that there are. */
export const parseArguments = (args: readonly string[], known: readonly string[]): ParsedArguments => {
  const [name, ...rest] = args;
  const isNamed = name !== undefined && !/^\d/u.test(name);
  if (isNamed && !known.includes(name))
    return refused(`There is no measure ${name}. There are: ${known.join(', ')}.`);
  const sizes: number[] = [];
  for (const text of isNamed ? rest : args) {
    const size = /^\d{1,7}$/u.test(text) ? Number(text) : 0;
    if (size < 1 || size > largestSize)
      return refused(`${text} is no number of users: 1 to ${largestSize} can be measured.`);
    if (sizes.includes(size)) return refused(`${text} is there twice.`);
    sizes.push(size);
  }
  return { kind: 'arguments', value: { names: isNamed ? [name] : known, sizes } };
};

const refused = (sentence: string): ParsedArguments => ({ kind: 'refused', sentence });
