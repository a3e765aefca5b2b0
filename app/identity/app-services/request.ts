import type { JsonValue } from '../../ports.ts';
import type { HttpRequest } from './http.ts';
import type { Origin } from './origin.ts';

export interface Call {
  readonly method: HttpRequest['method'];
  readonly path: string;
  /** Access or refresh token, as the call demands; absent on the public routes, whoever is active. */
  readonly token?: string | undefined;
  readonly json?: JsonValue | undefined;
}

/** Headers as the protocol's clients send them. */
export const requestOf = (origin: Origin, { method, path, token, json }: Call): HttpRequest => ({
  method,
  url: origin.text + path,
  headers: {
    Accept: 'application/json',
    ...(json === undefined ? {} : { 'Content-Type': 'application/json;charset=utf-8' }),
    ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
  },
  body: json === undefined ? undefined : JSON.stringify(json),
});
