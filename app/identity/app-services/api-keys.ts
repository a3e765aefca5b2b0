import { fail, succeed, type Outcome } from '../../outcome.ts';
import type { ApiKey, AppServicesCalls } from '../identity-provider.ts';
import {
  apiKeyIdSchema,
  apiKeysSchema,
  createdApiKeySchema,
  readAnswer,
  type ApiKeyAnswer,
} from './answers.ts';
import type { Connection } from './connection.ts';
import { meaningToKeyName } from './input-refusals.ts';
import type { AppServicesRoutes } from './routes.ts';

export interface ApiKeyCallsOptions {
  readonly connection: Connection;
  readonly routes: AppServicesRoutes;
}

/** A user's API keys. The one part of the protocol that wants the refresh token for more than the session. */
export const createApiKeyCalls = ({
  connection,
  routes,
}: ApiKeyCallsOptions): AppServicesCalls['apiKeys'] => ({
  list: async (refreshToken) => {
    const answer = await connection.ask({ method: 'GET', path: routes.apiKeys, token: refreshToken });
    if (!answer.ok) return answer;
    const read = readAnswer(answer.value, apiKeysSchema);
    return read.ok ? succeed(read.value.map(apiKeyOf)) : read;
  },

  create: async (refreshToken, name) => {
    if (name.trim() === '') return fail({ code: 'invalidInput', field: 'keyName', problem: 'empty' });
    const answer = await connection.ask({
      method: 'POST',
      path: routes.apiKeys,
      token: refreshToken,
      json: { name },
      meaning: meaningToKeyName,
    });
    if (!answer.ok) return answer;
    const read = readAnswer(answer.value, createdApiKeySchema);
    return read.ok ? succeed({ apiKey: apiKeyOf(read.value), key: read.value.key }) : read;
  },

  setEnabled: async (refreshToken, id, isEnabled) => {
    const checked = checkedId(id);
    if (!checked.ok) return checked;
    const path = routes.apiKey(checked.value, isEnabled ? 'enable' : 'disable');
    return connection.tell({ method: 'PUT', path, token: refreshToken });
  },

  delete: async (refreshToken, id) => {
    const checked = checkedId(id);
    if (!checked.ok) return checked;
    return connection.tell({ method: 'DELETE', path: routes.apiKey(checked.value), token: refreshToken });
  },
});

/** Part of an address that a token is sent to: no id may lead elsewhere. */
const checkedId = (id: string): Outcome<string> => {
  const read = apiKeyIdSchema.safeParse(id);
  return read.success
    ? succeed(read.data)
    : fail({ code: 'invalidInput', field: 'apiKey', problem: 'malformed' });
};

const apiKeyOf = ({ _id, name, disabled }: ApiKeyAnswer): ApiKey => ({
  id: _id,
  name,
  isDisabled: disabled,
});
