import { createNameScan, type Named } from './name-scan.ts';
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

const webAddress = /\b(?:https?|wss?):\/\/(?:[^\s/?#"'<>@]*@)?([^\s/?#"'<>(),;]+)[^\s"'<>(),;]*/giu;
const ipAddress = /\b(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)\b/gu;
/** Of accounts that are gone by now, perhaps. */
const opaqueId = /\b[\da-f]{16,}\b/giu;

export interface RemovalOptions {
  /** Else services are called by their numbers. */
  readonly withAddresses: boolean;
}

interface NamedHere extends Named {
  /** Of a service. May be told where it is wanted, since the name of a service is often a part of its host. */
  readonly isHost?: true;
}

/**
 * What takes out of a text all that could tell somebody apart: secrets, and every name that is known here. To make one
 * takes a while where there are thousands of accounts, so one serves both with addresses and without.
 */
export const createNameRemoval = (
  known: KnownNames,
): ((options: RemovalOptions) => (text: string) => string) => {
  const hosts = new Map(
    known.services.flatMap(({ origin }, index) =>
      origin === undefined ? [] : [[hostOf(origin), { mark: `[service ${index + 1}]`, origin }]],
    ),
  );
  const named: readonly NamedHere[] = [
    ...known.computer.map((text) => ({ text, mark: '[computer]' })),
    ...known.accounts.flatMap((texts, index) =>
      texts.map((text) => ({ text, mark: `[account ${index + 1}]` })),
    ),
    ...known.services.flatMap(({ names }, index) =>
      names.map((text) => ({ text, mark: `[service ${index + 1}]` })),
    ),
    ...[...hosts].map(([text, { mark }]) => ({ text, mark, isHost: true as const })),
  ];
  // These would pass for something else: an address of nobody here, or a secret.
  const withoutFirst = createNameScan(
    named.filter(({ text }) => text.includes('@') || text.length >= secretLength),
  );
  const withoutNamed = createNameScan(named);
  return ({ withAddresses }) => {
    const addressFor = (_whole: string, host: string): string => {
      const found = hosts.get(host.toLowerCase());
      if (!found) return '[address]';
      return withAddresses ? found.origin : found.mark;
    };
    const markOf = ({ text, mark, isHost }: NamedHere) => (withAddresses && isHost ? text : mark);
    return (text) => {
      const unaddressed = withoutFirst(text.replace(webAddress, addressFor), markOf);
      return withoutNamed(withoutSecrets(unaddressed, known.home), markOf)
        .replace(opaqueId, '[id]')
        .replace(ipAddress, withAddresses ? '$&' : '[address]');
    };
  };
};

const hostOf = (origin: string): string => origin.replace(/^[a-z]+:\/\//iu, '').toLowerCase();
