import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { app, protocol } from 'electron';
import { appOrigin, appScheme } from '../../app/contract/channels.ts';
import { directionOf, type Language } from '../../app/text/language.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';

const entryPage = '/index.html';
const noncePlaceholder = '__HOTSEAT_CSP_NONCE__';

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Serves the built page, and nothing else, under `app://hotseat`. Works from inside an asar archive too. */
export const serveApp = async (folder: string, language: () => Language): Promise<void> => {
  const found = filesBelow(folder);
  // Electron takes no protocol before; what is served is looked for meanwhile.
  await app.whenReady();
  const files = await found;
  protocol.handle(appScheme, async (request) => {
    const path = servedPath(request);
    const bytes = path === undefined ? undefined : await bytesAt(path, files);
    if (bytes === undefined || path === undefined) return new Response(undefined, { status: 404 });
    const nonce = randomBytes(18).toString('base64');
    const body = path === entryPage ? entryIn(language(), bytes.toString(), nonce) : new Uint8Array(bytes);
    return new Response(body, {
      headers: {
        'Content-Type': contentTypes[extname(path)] ?? 'application/octet-stream',
        'Content-Security-Policy': contentSecurityPolicy(nonce),
        'X-Content-Type-Options': 'nosniff',
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Cross-Origin-Resource-Policy': 'same-origin',
        'Referrer-Policy': 'no-referrer',
        'Cache-Control': 'no-store',
      },
    });
  });
};

/** As the build has it, or has packed it: what few people read lies there as Brotli (RFC 7932). */
const bytesAt = async (path: string, files: ReadonlyMap<string, string>): Promise<Buffer | undefined> => {
  const file = files.get(path);
  if (file !== undefined) return readFile(file);
  const packed = files.get(`${path}.br`);
  return packed === undefined ? undefined : unpack(await readFile(packed));
};

const unpack = promisify(brotliDecompress);

/** The page with its nonce, and marked as in the language that it begins to speak. */
const entryIn = (language: Language, page: string, nonce: string): string =>
  page
    .replaceAll(noncePlaceholder, nonce)
    .replace('<html lang="en">', `<html lang="${language}" dir="${directionOf(language)}">`);

/** The address of the page that the window shows. */
export const appAddress = appOrigin + entryPage;

/** The same page as the small window of the quick switcher shows it. */
export const quickAddress = `${appAddress}?quick`;

const servedPath = ({ url, method }: Request): string | undefined => {
  const address = URL.parse(url);
  // Node gives custom schemes no origin, so scheme and host are compared apart.
  if (method !== 'GET' || address?.protocol !== `${appScheme}:`) return undefined;
  return `${appScheme}://${address.host}` === appOrigin ? address.pathname : undefined;
};

/** Every file, by the path it is served under. What is not in this list when Hotseat starts is not served. */
const filesBelow = async (folder: string, below = ''): Promise<Map<string, string>> => {
  const files = new Map<string, string>();
  for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
    const path = `${below}/${entry.name}`;
    if (entry.isDirectory()) for (const inner of await filesBelow(folder, path)) files.set(...inner);
    else if (entry.isFile()) files.set(path, join(folder, path));
  }
  return files;
};
