import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DIRECTORY_ORIGIN } from './directory-origin.ts';
import { notebookFolders } from './notebook-folders.ts';
import { openTestDirectory, type TestDirectory } from './test-directory.ts';

let folder: string;
let directory: TestDirectory;

const at = (name: string) => pathToFileURL(`${folder}/${name}`);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hotseat-page-'));
  for (const name of ['index.html', 'notebook.js', 'notebook.css'])
    writeFileSync(join(folder, name), `text of ${name}`);
  directory = openTestDirectory({ notebook: { page: at(''), fonts: at('fonts/') } });
});
afterEach(async () => {
  await directory.close();
  rmSync(folder, { recursive: true, force: true });
});

const fetched = (path: string, from = directory) => from.app.fetch(new Request(`${DIRECTORY_ORIGIN}${path}`));

describe('the page beside the protocol', () => {
  it.each([
    ['/', 'index.html', 'text/html; charset=utf-8'],
    ['/notebook.js', 'notebook.js', 'text/javascript; charset=utf-8'],
    ['/notebook.css', 'notebook.css', 'text/css; charset=utf-8'],
  ])('serves %s, and says how far it may go', async (path, name, contentType) => {
    const answer = await fetched(path);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe(`text of ${name}`);
    expect(answer.headers.get('content-type')).toBe(contentType);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const policy = answer.headers.get('content-security-policy')?.split('; ');
    expect(policy).toEqual([
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
    ]);
  });

  it.each(['/index.html', '/notebook.ts', '/notebook.js/', '/../directory.js', '/%2e%2e/directory.js'])(
    'serves no %s',
    async (path) => {
      expect((await fetched(path)).status).toBe(404);
    },
  );

  it('has within its style the fonts of the window that are there', async () => {
    mkdirSync(join(folder, 'fonts'));
    writeFileSync(join(folder, 'fonts', 'latin.woff2'), new Uint8Array([1, 2, 255]));
    writeFileSync(
      join(folder, 'notebook.css'),
      'a{src:url(./latin.woff2)format("woff2")}b{src:url(./gone.woff2)}c{src:url(../latin.woff2)}',
    );
    expect(await (await fetched('/notebook.css')).text()).toBe(
      'a{src:url(data:font/woff2;base64,AQL/)format("woff2")}b{src:url(./gone.woff2)}c{src:url(../latin.woff2)}',
    );
  });

  it('says when there is none', async () => {
    rmSync(join(folder, 'index.html'));
    expect((await fetched('/')).status).toBe(404);
    writeFileSync(join(folder, 'index.html'), 'built meanwhile');
    expect(await (await fetched('/')).text()).toBe('built meanwhile');
    const without = openTestDirectory();
    expect((await fetched('/', without)).status).toBe(404);
    await without.close();
  });
});

describe('notebookFolders', () => {
  it.each([
    ['file:///a/main/directory/server.ts', 'file:///a/out/main/notebook/', 'file:///a/renderer/ui/fonts/'],
    [
      'file:///a/app.asar/out/main/directory.js',
      'file:///a/app.asar/out/main/notebook/',
      'file:///a/app.asar/out/renderer/assets/',
    ],
  ])('of %s', (entry, page, fonts) => {
    const folders = notebookFolders(entry);
    expect([folders.page.href, folders.fonts.href]).toEqual([page, fonts]);
  });
});
