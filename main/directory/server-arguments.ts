import { parseArgs } from 'node:util';
import type { Confirmation } from './configuration.ts';
import { exampleConfirmation } from './example-functions.ts';

export interface ServerArguments {
  readonly port: number;
  readonly databaseFile: string | undefined;
  readonly confirmation: Confirmation;
  readonly outboxFile: string | undefined;
  readonly customTokenKeyFile: string | undefined;
  readonly customTokenAudience: string | undefined;
  readonly hasExampleFunctions: boolean;
}

export const USAGE = `Usage: node main/directory/server.ts --port N
  [--database FILE]                             in memory without it
  [--confirmation automatic|email|function]     automatic without it; function is an example
  [--outbox FILE]                               where e-mails with tokens go, as JSON lines
  [--custom-token-key FILE]                     an Ed25519 public key as PEM, or a secret of 32 bytes or more
  [--custom-token-audience TEXT]                what "aud" of custom tokens must be
  [--example-functions]                         functions for log in and reset that prove nothing
Then lines on standard input administer it: "help" lists them.
`;

const CONFIRMATIONS = new Map<string, Confirmation>([
  ['automatic', { kind: 'automatic' }],
  ['email', { kind: 'email' }],
  ['function', { kind: 'function', confirm: exampleConfirmation }],
]);

/** Undefined for anything that is not meant like that. */
export function readServerArguments(args: readonly string[]): ServerArguments | undefined {
  const values = parse(args);
  if (values === undefined) return undefined;
  const { port = '', confirmation: confirmationName = 'automatic' } = values;
  const confirmation = CONFIRMATIONS.get(confirmationName);
  const isPort = /^\d{1,5}$/.test(port) && Number(port) <= 65_535;
  if (!isPort || confirmation === undefined) return undefined;
  return {
    port: Number(port),
    databaseFile: values.database,
    confirmation,
    outboxFile: values.outbox,
    customTokenKeyFile: values['custom-token-key'],
    customTokenAudience: values['custom-token-audience'],
    hasExampleFunctions: values['example-functions'] ?? false,
  };
}

function parse(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        database: { type: 'string' },
        confirmation: { type: 'string' },
        outbox: { type: 'string' },
        'custom-token-key': { type: 'string' },
        'custom-token-audience': { type: 'string' },
        'example-functions': { type: 'boolean' },
      },
    });
    return values;
  } catch {
    return undefined;
  }
}
