import type { StoredApiKey } from './api-key-rows.ts';
import type { Random } from './ports.ts';
import { invalidParameter } from './problems.ts';
import type { Problem } from './problems.ts';

/** App Services' own limit for one user. */
export const MAX_API_KEYS = 20;

const MAX_NAME_CHARACTERS = 64;

/** 384 bits, as 64 characters. */
export function createApiKey(random: Random): string {
  return Buffer.from(random(48)).toString('base64url');
}

/** Clients of App Services pin the first two texts. */
export function apiKeyNameProblem(name: string): Problem | undefined {
  if (name === '') return invalidParameter("'name' is a required string");
  if (!/^[\w-]+$/.test(name)) {
    return invalidParameter('name can only contain ASCII letters, numbers, underscores, and hyphens');
  }
  return name.length > MAX_NAME_CHARACTERS
    ? invalidParameter(`name must be at most ${MAX_NAME_CHARACTERS} characters`)
    : undefined;
}

/** Without the key, which is shown once. */
export function shownApiKey({ id, name, isDisabled }: StoredApiKey) {
  return { _id: id, name, disabled: isDisabled };
}
