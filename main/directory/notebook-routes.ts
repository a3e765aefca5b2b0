import { readFile } from 'node:fs/promises';
import { problems } from './problems.ts';
import { problemResponse } from './responses.ts';
import type { Routing } from './routing.ts';

/** The page asks its own origin and nobody else, and is embedded by nobody. Its font is within its style. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  'font-src data:',
  "worker-src 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const headers = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

const files = [
  { path: '/', name: 'index.html', contentType: 'text/html; charset=utf-8' },
  { path: '/notebook.js', name: 'notebook.js', contentType: 'text/javascript; charset=utf-8' },
  { path: '/notebook.css', name: 'notebook.css', contentType: 'text/css; charset=utf-8' },
];

/** The notebook: a small page that calls the functions of the directory as whoever its requests are sent for. */
export function addNotebookRoutes({ hono, pageFolder }: Routing): void {
  if (pageFolder === undefined) return;
  const texts = new Map<string, string>();

  for (const { path, name, contentType } of files) {
    hono.get(path, async () => {
      const text = texts.get(name) ?? (await textOf(new URL(name, pageFolder)));
      if (text === undefined) return problemResponse(problems.pageNotBuilt);
      texts.set(name, text);
      return new Response(text, { headers: { ...headers, 'content-type': contentType } });
    });
  }
}

function textOf(file: URL): Promise<string | undefined> {
  return readFile(file, 'utf8').catch(() => undefined);
}
