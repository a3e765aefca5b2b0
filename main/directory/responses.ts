import type { Problem } from './problems.ts';

/** The body is `{error, error_code, link}`; realm-core compares the content type with exactly `application/json`. */
export function problemResponse(problem: Problem): Response {
  const headers = new Headers({ 'content-type': 'application/json', 'cache-control': 'no-store' });
  if (problem.retryAfterSeconds !== undefined) headers.set('retry-after', String(problem.retryAfterSeconds));
  const body = JSON.stringify({ error: problem.error, error_code: problem.code, link: '' });
  return new Response(body, { status: problem.status, headers });
}

/** A JSON answer with exactly the content type that realm-core expects. */
export function json(value: unknown, status = 200): Response {
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
  return new Response(JSON.stringify(value), { status, headers });
}

/** An answer with no body and no content type: realm-web refuses any other type than JSON. */
export function empty(status: number): Response {
  return new Response(null, { status, headers: { 'cache-control': 'no-store' } });
}
