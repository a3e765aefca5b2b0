import type { ErrorReport } from '../../../app/contract/bridge.ts';
import type { OutgoingRequest } from '../../../app/contract/request-views.ts';
import { jsonIn } from '../fields/json-text.ts';
import { headersIn, headerText } from './header-lines.ts';

/** A request while it is being written: what is in the fields, of both kinds, so that neither is lost. */
export interface RequestDraft {
  readonly kind: 'http' | 'function';
  readonly method: string;
  readonly url: string;
  /** One `Name: value` on a line. */
  readonly headers: string;
  readonly body: string;
  readonly functionName: string;
  /** A JSON array. */
  readonly arguments: string;
}

export const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const;

export const emptyDraft: RequestDraft = {
  kind: 'http',
  method: 'GET',
  url: '',
  headers: '',
  body: '',
  functionName: '',
  arguments: '[]',
};

/** A body is no part of these (RFC 9110 sections 9.3.1 and 9.3.2); what was typed waits for another method. */
export const hasBody = ({ method }: RequestDraft): boolean => method !== 'GET' && method !== 'HEAD';

type InvalidInput = Extract<ErrorReport, { code: 'invalidInput' }>;

export type WrittenRequest =
  | { readonly ok: true; readonly request: OutgoingRequest }
  | { readonly ok: false; readonly error: InvalidInput };

/** The request that a draft says; main looks at it again, and more closely. */
export const requestOf = (draft: RequestDraft): WrittenRequest =>
  draft.kind === 'http' ? httpRequestOf(draft) : functionRequestOf(draft);

const httpRequestOf = (draft: RequestDraft): WrittenRequest => {
  const url = draft.url.trim();
  if (url === '') return invalid('requestUrl', 'empty');
  const headers = headersIn(draft.headers);
  if (!headers.ok) return invalid('requestHeaders', 'malformed');
  return {
    ok: true,
    request: {
      kind: 'http',
      method: draft.method,
      url,
      headers: headers.headers,
      ...(hasBody(draft) && draft.body !== '' ? { body: draft.body } : {}),
    },
  };
};

const functionRequestOf = (draft: RequestDraft): WrittenRequest => {
  const name = draft.functionName.trim();
  if (name === '') return invalid('functionName', 'empty');
  const json = jsonIn(draft.arguments.trim() === '' ? '[]' : draft.arguments);
  if (json?.kind !== 'array') return invalid('arguments', 'malformed');
  return { ok: true, request: { kind: 'function', name, arguments: json.value } };
};

const invalid = (field: InvalidInput['field'], problem: InvalidInput['problem']): WrittenRequest => ({
  ok: false,
  error: { code: 'invalidInput', field, problem },
});

/** The draft after a request was chosen from the book; what it does not say stays as it is. */
export const draftWith = (draft: RequestDraft, request: OutgoingRequest): RequestDraft =>
  request.kind === 'http'
    ? {
        ...draft,
        kind: 'http',
        method: request.method,
        url: request.url,
        headers: headerText(request.headers),
        body: request.body ?? '',
      }
    : {
        ...draft,
        kind: 'function',
        functionName: request.name,
        arguments: JSON.stringify(request.arguments, undefined, 2),
      };

/** A request in one line: `GET /users`, or the name of a function. */
export const titleOf = (request: OutgoingRequest): string =>
  request.kind === 'http' ? `${request.method} ${request.url}` : `${request.name}()`;
