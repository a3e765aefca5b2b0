import type { JsonObject } from '../identity-provider.ts';
import type { JsonValue } from '../../ports.ts';
import { readJwtClaims } from './jwt-claims.ts';

/** The claim `user_data` of an access token; undefined where it has none, or one that is no object. */
export const readCustomData = (accessToken: string): JsonObject | undefined => {
  const claims = readJwtClaims(accessToken);
  const data = isObject(claims) ? claims['user_data'] : undefined;
  return isObject(data) ? data : undefined;
};

const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
