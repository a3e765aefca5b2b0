import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { DirectoryConfiguration } from './configuration.ts';
import { DIRECTORY_APP_ID } from './directory-app-id.ts';
import { DIRECTORY_ORIGIN } from './directory-origin.ts';
import type { NotebookFolders } from './notebook-folders.ts';
import { openDirectory } from './open-directory.ts';
import type { Directory } from './open-directory.ts';
import type { PasswordCosts } from './password-hash.ts';
import { passwordWorkerUrl } from './password-worker-url.ts';
import { createWorkerPasswords } from './passwords.ts';
import type { Passwords, WorkerPasswordsOptions } from './passwords.ts';
import type { DirectoryLogEvent } from './ports.ts';
import { systemRandom } from './system-ports.ts';

/** As little work as argon2id allows, for tests that are not about passwords. */
export const CHEAP_COSTS: PasswordCosts = { memoryKib: 8, iterations: 1, parallelism: 1 };

export const APP_PATH = `/api/client/v2.0/app/${DIRECTORY_APP_ID}`;
export const AUTH_PATH = '/api/client/v2.0/auth';

export interface TestCall {
  readonly token?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  readonly signal?: AbortSignal;
}

export interface TestAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** The body as sent, and parsed; empty and undefined where there is none. */
  readonly text: string;
  readonly json: unknown;
}

const tokensSchema = z.object({
  access_token: z.string(),
  refresh_token: z.string(),
  user_id: z.string(),
  device_id: z.string(),
});

export type TestTokens = z.infer<typeof tokensSchema>;

/** The tokens in a login's answer. */
export function tokensIn(answer: TestAnswer): TestTokens {
  return tokensSchema.parse(answer.json);
}

const problemSchema = z.strictObject({ error: z.string(), error_code: z.string(), link: z.literal('') });

/** A refusal in one line: `401 AuthError: unauthorized`. Fails loudly for any other answer. */
export function problemIn({ status, headers, json }: TestAnswer): string {
  const { error, error_code: code } = problemSchema.parse(json);
  if (headers.get('content-type') !== 'application/json') throw new Error('a problem must be JSON');
  return `${status} ${code}: ${error}`;
}

export interface TestDirectory extends Directory {
  /** Set freely: the only clock the directory has. */
  readonly time: { nowMs: number };
  readonly logged: DirectoryLogEvent[];
  call(method: string, path: string, call?: TestCall): Promise<TestAnswer>;
  register(email: string, password: string, name?: string): Promise<TestAnswer>;
  login(email: string, password: string): Promise<TestAnswer>;
  /** Logs in and fails loudly when that is refused. */
  tokensOf(email: string, password: string): Promise<TestTokens>;
  /** A POST below a provider: `provide('local-userpass', 'confirm', …)`. */
  provide(provider: string, path: string, body: unknown, token?: string): Promise<TestAnswer>;
  callFunction(token: string, name: string, ...args: readonly unknown[]): Promise<TestAnswer>;
}

export interface TestDirectoryOptions {
  readonly file?: string;
  readonly signingKey?: Uint8Array;
  readonly maxPages?: number;
  readonly time?: { nowMs: number };
  /** Real ones with the lowest costs unless given. */
  readonly passwords?: Passwords;
  readonly configuration?: DirectoryConfiguration;
  readonly notebook?: NotebookFolders;
}

/** A unique secret that can be searched for. */
export function canary(user: string, kind: string): string {
  return `CANARY-${user}-${kind}-${randomBytes(8).toString('hex')}`;
}

/** Shared by the directories of a test file, so that not each of them starts a thread. */
const cheapPasswords = createTestPasswords({ costs: CHEAP_COSTS });

/** Passwords in a real worker, started from the sources. */
export function createTestPasswords(options: Partial<WorkerPasswordsOptions> = {}): Passwords {
  const workerUrl = passwordWorkerUrl(import.meta.url);
  return createWorkerPasswords({ workerUrl, random: systemRandom, log: () => undefined, ...options });
}

/** A directory without any transport, with a clock of the test's own. */
export function openTestDirectory(options: TestDirectoryOptions = {}): TestDirectory {
  const time = options.time ?? { nowMs: Date.parse('2026-01-05T09:00:00Z') };
  const logged: DirectoryLogEvent[] = [];
  const opened = openDirectory({
    database: {
      file: options.file ?? ':memory:',
      ownsFolder: true,
      ...(options.maxPages !== undefined && { maxPages: options.maxPages }),
    },
    signingKey: options.signingKey ?? randomBytes(32),
    passwords: options.passwords ?? { ...cheapPasswords, close: () => Promise.resolve() },
    clock: () => time.nowMs,
    random: systemRandom,
    log: (event) => logged.push(event),
    configuration: options.configuration ?? {},
    notebook: options.notebook,
  });
  if (opened.kind === 'refused') throw new Error(`refused: ${opened.reason}`);
  const { directory } = opened;

  async function call(method: string, path: string, { token, body, headers, signal }: TestCall = {}) {
    const response = await directory.app.fetch(
      new Request(`${DIRECTORY_ORIGIN}${path}`, {
        method,
        headers: {
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
          ...(body !== undefined && { 'content-type': 'application/json;charset=utf-8' }),
          ...headers,
        },
        body: body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body),
        signal: signal ?? null,
      }),
    );
    const text = await response.text();
    const json: unknown = text === '' ? undefined : JSON.parse(text);
    return { status: response.status, headers: response.headers, text, json };
  }

  const provide = (provider: string, path: string, body: unknown, token?: string) =>
    call('POST', `${APP_PATH}/auth/providers/${provider}/${path}`, {
      body,
      ...(token !== undefined && { token }),
    });
  const login = (username: string, password: string) =>
    provide('local-userpass', 'login', { username, password, options: { device: {} } });

  return {
    ...directory,
    time,
    logged,
    call,
    login,
    provide,
    register: (email, password, name) => provide('local-userpass', 'register', { email, password, name }),
    async tokensOf(email, password) {
      const answer = await login(email, password);
      if (answer.status !== 200) throw new Error(`login refused: ${answer.text}`);
      return tokensIn(answer);
    },
    callFunction: (token, name, ...args) =>
      call('POST', `${APP_PATH}/functions/call`, { token, body: { name, arguments: args } }),
  };
}
