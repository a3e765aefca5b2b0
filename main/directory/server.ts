import { parseArgs } from 'node:util';
import { passwordWorkerUrl } from './password-worker-url.ts';
import { startDirectoryServer } from './start-directory-server.ts';

const USAGE = 'Usage: node main/directory/server.ts --port N [--database FILE]\n';

interface ServerArguments {
  readonly port: number;
  readonly databaseFile: string | undefined;
}

function readArguments(): ServerArguments | undefined {
  try {
    const { values } = parseArgs({ options: { port: { type: 'string' }, database: { type: 'string' } } });
    const isPort = /^\d{1,5}$/.test(values.port ?? '') && Number(values.port) <= 65_535;
    return isPort ? { port: Number(values.port), databaseFile: values.database } : undefined;
  } catch {
    return undefined;
  }
}

async function run({ port, databaseFile }: ServerArguments): Promise<string | undefined> {
  const workerUrl = passwordWorkerUrl(import.meta.url);
  const started = await startDirectoryServer({ port, workerUrl, ...(databaseFile && { databaseFile }) });
  if (started.kind === 'refused') return `The database was not opened: ${started.reason}.`;
  const { server } = started;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void server.close());
  }
  process.stdout.write(`Directory listening on ${server.baseUrl}\n`);
  return undefined;
}

const given = readArguments();
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
