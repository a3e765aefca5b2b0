import type { Answer } from '../contract/request-views.ts';
import { succeed, type Outcome } from '../outcome.ts';
import type { JsonValue } from '../ports.ts';
import { veiled } from './token-veil.ts';

/** What a function returned, as an answer; what it failed with is one too, where the service said so itself. */
export const functionAnswer = (
  result: Outcome<JsonValue>,
  { token, durationMs }: { readonly token: string; readonly durationMs: number },
): Outcome<Answer> => {
  const answer = (status: number, statusText: string, text: string): Outcome<Answer> =>
    succeed({
      status,
      statusText,
      headers: [],
      durationMs,
      byteCount: byteCountOf(text),
      isCut: false,
      content: { kind: 'text', text: veiled(text, [token]) },
    });
  if (result.ok) return answer(200, 'OK', JSON.stringify(result.value));
  const { error } = result;
  const isOwnFailure = error.code === 'serverError' && error.problem === undefined;
  return isOwnFailure && error.status !== undefined && error.status >= 400
    ? answer(error.status, '', error.text ?? '')
    : result;
};

/** In UTF-8. */
const byteCountOf = (text: string): number =>
  encodeURIComponent(text.replaceAll(/\p{Cs}/gu, '\uFFFD')).replaceAll(/%[0-9A-F]{2}/g, 'x').length;
