import { fail, succeed, type Outcome } from '../../outcome.ts';
import type { JsonValue } from '../../ports.ts';
import type { JsonObject, LogInMethod } from '../identity-provider.ts';
import type { AuthProvider } from './routes.ts';
import { flawIn } from './typed-secret.ts';

/** A way to log in, as the protocol has it. */
export interface Credentials {
  readonly provider: AuthProvider;
  readonly json: JsonObject;
  /** What no error may repeat. */
  readonly secrets: readonly string[];
}

/** As much as the directory takes in one request. */
const argumentsLimit = 65_536;

/** Fails before anything is sent: with `invalidInput`, or `conflict` (`notOffered`) for what needs a browser. */
export const credentialsOf = (method: LogInMethod): Outcome<Credentials> => {
  switch (method.kind) {
    case 'anonymous':
      return succeed({ provider: 'anon-user', json: {}, secrets: [] });
    case 'emailPassword': {
      const { email, password } = method;
      const json = { username: email, password };
      return succeed({ provider: 'local-userpass', json, secrets: [email, password] });
    }
    case 'apiKey': {
      const { key } = method;
      const flaw = flawIn(key, 'apiKey');
      return flaw ? fail(flaw) : succeed({ provider: 'api-key', json: { key }, secrets: [key] });
    }
    case 'customToken': {
      const { token } = method;
      const flaw = flawIn(token, 'token');
      return flaw ? fail(flaw) : succeed({ provider: 'custom-token', json: { token }, secrets: [token] });
    }
    case 'customFunction': {
      const json = method.arguments;
      return JSON.stringify(json).length > argumentsLimit
        ? fail({ code: 'invalidInput', field: 'arguments', problem: 'tooLong' })
        : succeed({ provider: 'custom-function', json, secrets: textsIn(json) });
    }
  }
  return fail({ code: 'conflict', with: 'notOffered' });
};

/** Every text and number, however deep: which of them is a secret, only the service's function knows. */
export const textsIn = (value: JsonValue): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};
