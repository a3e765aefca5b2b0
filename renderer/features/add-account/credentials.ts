import type { ErrorReport } from '../../../app/contract/bridge.ts';

/** What a person types to get in. */
export interface Credentials {
  readonly email: string;
  readonly password: string;
  readonly name: string;
}

export type CredentialField = keyof Credentials;

export const noCredentials: Credentials = { email: '', password: '', name: '' };

/** As in the contract's bounds of a command. */
const longest: Record<CredentialField, number> = { email: 320, password: 1024, name: 200 };

/** The first thing wrong with what was typed, from top to bottom; whether the rest will do is for main to say. */
export const faultIn = (
  credentials: Credentials,
  fields: readonly CredentialField[],
): Extract<ErrorReport, { code: 'invalidInput' }> | undefined => {
  for (const field of fields) {
    const text = credentials[field];
    if (field !== 'name' && text.trim() === '') return { code: 'invalidInput', field, problem: 'empty' };
    if (text.length > longest[field]) return { code: 'invalidInput', field, problem: 'tooLong' };
  }
  return undefined;
};

/** The field that the person must look at again after a failure. */
export const fieldAtFault = (error: ErrorReport): CredentialField => {
  if (error.code === 'conflict') return 'email';
  if (error.code === 'invalidInput' && (error.field === 'email' || error.field === 'name'))
    return error.field;
  return 'password';
};
