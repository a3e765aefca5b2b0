import { readFile } from 'node:fs/promises';
import type { NotebookFolders } from './notebook-folders.ts';
import { problems } from './problems.ts';
import { problemResponse } from './responses.ts';
import type { Routing } from './routing.ts';

/** The page asks its own origin and nobody else, and is embedded by nobody. Its typeface is within its style. */
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
export function addNotebookRoutes({ hono, notebook }: Routing): void {
  if (notebook === undefined) return;
  const texts = new Map<string, string>();

  for (const { path, name, contentType } of files) {
    hono.get(path, async () => {
      const text = texts.get(name) ?? (await textOf(name, notebook));
      if (text === undefined) return problemResponse(problems.pageNotBuilt);
      texts.set(name, text);
      return new Response(text, { headers: { ...headers, 'content-type': contentType } });
    });
  }
}

async function textOf(name: string, { page, fonts }: NotebookFolders): Promise<string | undefined> {
  const text = await readFile(new URL(name, page), 'utf8').catch(() => undefined);
  return text !== undefined && name.endsWith('.css') ? withFonts(text, fonts) : text;
}

const fontUrl = /(?<=url\()(?:\.\/)?([\w-]+\.woff2)(?=\))/gu;

/** Answers of the directory are texts, so the fonts go into one. The page does without one that is not there. */
async function withFonts(style: string, folder: URL): Promise<string> {
  const found = new Map<string, string>();
  for (const [, name = ''] of style.matchAll(fontUrl)) {
    const font = await readFile(new URL(name, folder), 'base64').catch(() => undefined);
    if (font !== undefined) found.set(name, `data:font/woff2;base64,${font}`);
  }
  return style.replaceAll(fontUrl, (url, name: string) => found.get(name) ?? url);
}
