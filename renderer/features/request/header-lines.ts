import type { Header } from '../../../app/contract/request-views.ts';

export type HeaderLines =
  | { readonly ok: true; readonly headers: readonly Header[] }
  /** `line` counts from one. */
  | { readonly ok: false; readonly line: number };

/** A token of RFC 9110 section 5.6.2. */
const headerName = /^[!#$%&'*+\-.^_`|~\dA-Za-z]+$/u;

/** Headers as a person writes them, one `Name: value` on a line; empty lines are left out. */
export const headersIn = (text: string): HeaderLines => {
  const headers: Header[] = [];
  for (const [index, line] of text.split(/\r\n|\r|\n/u).entries()) {
    if (line.trim() === '') continue;
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim();
    if (!headerName.test(name)) return { ok: false, line: index + 1 };
    headers.push({ name, value: line.slice(colon + 1).trim() });
  }
  return { ok: true, headers };
};

export const headerText = (headers: readonly Header[]): string =>
  headers.map(({ name, value }) => `${name}: ${value}`).join('\n');
