import { secretLength, withoutSecrets } from './without-secrets.ts';

/** What on this computer could tell somebody apart. */
export interface KnownNames {
  /** The folder of the person on this computer. */
  readonly home: string;
  /** Names of the computer and of its person. */
  readonly computer: readonly string[];
  /** Of each account everything that it is called by, ids included. */
  readonly accounts: readonly (readonly string[])[];
  /** In the order of their numbers. */
  readonly services: readonly { readonly names: readonly string[]; readonly origin?: string | undefined }[];
}

interface Named {
  readonly text: string;
  readonly lowered: string;
  readonly mark: string;
}

const webAddress = /\b(?:https?|wss?):\/\/(?:[^\s/?#"'<>@]*@)?([^\s/?#"'<>(),;]+)[^\s"'<>(),;]*/giu;
const ipAddress = /\b(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)\b/gu;
/** Of accounts that are gone by now, perhaps. */
const opaqueId = /\b[\da-f]{16,}\b/giu;

/** Shorter ones are parts of ordinary words; those are only looked for as words. */
const partLength = 4;

/**
 * What takes out of a text all that could tell somebody apart: secrets, and every name that is known here. Services
 * are called by their numbers, unless their addresses are wanted.
 */
export const createNameRemoval = (
  known: KnownNames,
  { withAddresses }: { readonly withAddresses: boolean },
): ((text: string) => string) => {
  const hosts = new Map(
    known.services.flatMap(({ origin }, index) =>
      origin === undefined ? [] : [[hostOf(origin), { mark: `[service ${index + 1}]`, origin }]],
    ),
  );
  const named: readonly Named[] = [
    ...known.computer.map((text) => [text, '[computer]'] as const),
    ...known.accounts.flatMap((texts, index) =>
      texts.map((text) => [text, `[account ${index + 1}]`] as const),
    ),
    ...known.services.flatMap(({ names }, index) =>
      names.map((text) => [text, `[service ${index + 1}]`] as const),
    ),
    // Stands for itself where it may be told: the name of a service is often a part of its host.
    ...[...hosts].map(([host, { mark }]) => [host, withAddresses ? host : mark] as const),
  ]
    .flatMap(([text, mark]) => (text.trim() === '' ? [] : [{ text, lowered: text.toLowerCase(), mark }]))
    // A name that is a part of another one must not leave the rest of that.
    .toSorted((one, other) => other.text.length - one.text.length);

  const addressFor = (_whole: string, host: string): string => {
    const found = hosts.get(host.toLowerCase());
    if (!found) return '[address]';
    return withAddresses ? found.origin : found.mark;
  };
  // These would pass for something else: an address of nobody here, or a secret.
  const first = named.filter(({ text }) => text.includes('@') || text.length >= secretLength);
  return (text) => {
    const unaddressed = withoutNamed(text.replace(webAddress, addressFor), first);
    const rest = withoutNamed(withoutSecrets(unaddressed, known.home), named);
    return rest.replace(opaqueId, '[id]').replace(ipAddress, withAddresses ? '$&' : '[address]');
  };
};

const withoutNamed = (text: string, named: readonly Named[]): string => {
  const lowered = text.toLowerCase();
  const there = named.filter((name) => lowered.includes(name.lowered));
  if (there.length === 0) return text;
  const marks = new Map(there.toReversed().map((name) => [name.lowered, name.mark]));
  return text.replace(
    new RegExp(there.map(patternOf).join('|'), 'giu'),
    (found) => marks.get(found.toLowerCase()) ?? '[name]',
  );
};

const patternOf = ({ text }: Named): string => {
  const literal = text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
  return text.length < partLength ? `(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])` : literal;
};

const hostOf = (origin: string): string => origin.replace(/^[a-z]+:\/\//iu, '').toLowerCase();
