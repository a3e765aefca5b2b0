import type { HttpTransport } from '../../app/identity/app-services/http.ts';
import { fail, succeed, type Outcome } from '../../app/outcome.ts';
import type { AnswerEnd, RequestCarrier } from '../../app/requests/request-carrier.ts';
import { DIRECTORY_ORIGIN } from '../directory/directory-origin.ts';

type Method = Parameters<HttpTransport>[0]['method'];

const methods: ReadonlyMap<string, Method> = new Map(
  (['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const).map((method) => [method, method]),
);

/** Of a message to the directory's process, which ignores larger ones and would be waited for in vain. */
const pathLimit = 2048;
const nameLimit = 100;

/** Requests to the directory, which gives whole answers. */
export const createDirectoryCarrier =
  (transport: HttpTransport): RequestCarrier =>
  async ({ path, method: asked, headers, body }, listener, cancellation): Promise<Outcome<AnswerEnd>> => {
    const method = methods.get(asked);
    if (method === undefined)
      return fail({ code: 'invalidInput', field: 'requestMethod', problem: 'malformed' });
    // Two slashes are the beginning of a host to whoever reads the path alone.
    if (path.startsWith('//'))
      return fail({ code: 'invalidInput', field: 'requestUrl', problem: 'malformed' });
    if (path.length > pathLimit)
      return fail({ code: 'invalidInput', field: 'requestUrl', problem: 'tooLong' });
    if (Object.keys(headers).some((name) => name.length > nameLimit))
      return fail({ code: 'invalidInput', field: 'requestHeaders', problem: 'tooLong' });
    const answer = await transport({ method, url: DIRECTORY_ORIGIN + path, headers, body }, cancellation);
    if (!answer.ok) return answer;
    const { status, headers: said, body: text } = answer.value;
    const named = Object.entries(said).map(([name, value]) => ({ name, value }));
    listener.head({ status, statusText: '', headers: named });
    const byteCount = Buffer.byteLength(text);
    if (text !== '') listener.text(text, byteCount);
    return succeed({ byteCount, isCut: false, kind: 'text' });
  };
