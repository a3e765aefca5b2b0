import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createAdminLines } from './admin-lines.ts';
import type { AdminLines } from './admin-lines.ts';
import type { DirectoryConfiguration } from './configuration.ts';
import { readCustomTokenKey } from './custom-token-key.ts';
import { exampleFunctions } from './example-functions.ts';
import { notebookFolders } from './notebook-folders.ts';
import { createFileOutbox, createMemoryOutbox } from './outbox.ts';
import type { Outbox } from './outbox.ts';
import { passwordWorkerUrl } from './password-worker-url.ts';
import { readServerArguments, USAGE } from './server-arguments.ts';
import type { ServerArguments } from './server-arguments.ts';
import { startDirectoryServer } from './start-directory-server.ts';
import { mayReadStandardInput } from './terminal-foreground.ts';

type Configured =
  | { readonly kind: 'configured'; readonly configuration: DirectoryConfiguration }
  | { readonly kind: 'refused'; readonly reason: string };

function configure(args: ServerArguments, outbox: Outbox): Configured {
  const { confirmation, customTokenKeyFile, customTokenAudience: audience, hasExampleFunctions } = args;
  const functions = hasExampleFunctions ? exampleFunctions : {};
  if (customTokenKeyFile === undefined) {
    return { kind: 'configured', configuration: { confirmation, outbox, ...functions } };
  }
  const read = readCustomTokenKey(readFileSync(customTokenKeyFile));
  if (read.kind === 'refused') return read;
  const customTokens = { key: read.key, ...(audience !== undefined && { audience }) };
  return { kind: 'configured', configuration: { confirmation, outbox, customTokens, ...functions } };
}

/** What did not work, or undefined once it serves. */
async function run(args: ServerArguments): Promise<string | undefined> {
  const { port, databaseFile, outboxFile } = args;
  const kept = createMemoryOutbox();
  const file = outboxFile === undefined ? undefined : createFileOutbox(outboxFile);
  const configured = configure(args, {
    deliver(delivery) {
      kept.deliver(delivery);
      file?.deliver(delivery);
    },
  });
  if (configured.kind === 'refused') return `The directory did not start: ${configured.reason}.`;
  const started = await startDirectoryServer({
    port,
    workerUrl: passwordWorkerUrl(import.meta.url),
    notebook: notebookFolders(import.meta.url),
    configuration: configured.configuration,
    ...(databaseFile && { databaseFile }),
  });
  if (started.kind === 'refused') return `The database was not opened: ${started.reason}.`;
  const { server } = started;
  const stopListening = listenForLines(createAdminLines({ admin: server.admin, ...kept }));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      stopListening();
      void server.close();
    });
  }
  process.stdout.write(`Directory listening on ${server.baseUrl}\n`);
  return undefined;
}

function listenForLines(answer: AdminLines): () => void {
  if (!mayReadStandardInput()) return () => undefined;
  const lines = createInterface({ input: process.stdin });
  lines.on('line', (line) => process.stdout.write(`${answerOf(answer, line)}\n`));
  return () => {
    lines.close();
    process.stdin.destroy();
  };
}

/** The database may be full, or gone. The server goes on. */
function answerOf(answer: AdminLines, line: string): string {
  try {
    return answer(line);
  } catch (cause) {
    return `That did not work: ${cause instanceof Error ? cause.name : 'unexpected'}.`;
  }
}

const given = readServerArguments(process.argv.slice(2));
if (given === undefined) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else {
  const failure = await run(given).catch((cause: unknown) => `The directory did not start: ${String(cause)}`);
  if (failure !== undefined) {
    process.stderr.write(`${failure}\n`);
    process.exitCode = 1;
  }
}
