import * as client from 'openid-client';
import type { LogInCircumstances } from '../../../app/identity/identity-provider.ts';
import { habitsOf, type Habits } from './issuer-habits.ts';
import type { IssuerMetadata } from './issuer-metadata.ts';

/** The secrets of one login, which tie its answer to it. */
export interface Ties {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export const createTies = (): Ties => ({
  state: client.randomState(),
  nonce: client.randomNonce(),
  verifier: client.randomPKCECodeVerifier(),
});

export interface AuthorizationRequest {
  readonly parameters: Readonly<Record<string, string>>;
  /** The answer must say that the person has just proven who they are. */
  readonly isFreshProofAsked: boolean;
}

export interface AuthorizationRequestOptions {
  readonly metadata: IssuerMetadata;
  readonly scopes: readonly string[];
  readonly redirectUri: string;
  readonly ties: Ties;
  readonly expected: LogInCircumstances['expected'];
}

/**
 * Adding an account asks which one, although the browser is signed in as another; logging in again asks for that
 * person, and for a fresh proof (`max_age` 0) where the issuer gives one.
 */
export const authorizationRequestOf = async (
  options: AuthorizationRequestOptions,
): Promise<AuthorizationRequest> => {
  const { metadata, redirectUri, ties, expected } = options;
  const habits = habitsOf(metadata);
  const scopes = [...new Set(['openid', ...options.scopes])];
  const prompt = promptOf(habits, { isAgain: expected !== undefined, scopes });
  const isFreshProofAsked = expected !== undefined && habits.tellsAuthTime;
  return {
    isFreshProofAsked,
    parameters: {
      redirect_uri: redirectUri,
      scope: scopes.join(' '),
      state: ties.state,
      nonce: ties.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(ties.verifier),
      code_challenge_method: 'S256',
      ...(prompt === '' ? {} : { prompt }),
      ...(isFreshProofAsked ? { max_age: '0' } : {}),
      ...(expected?.email === undefined ? {} : { login_hint: expected.email }),
    },
  };
};

const promptOf = (
  { prompts, isPromptSingle, tellsAuthTime }: Habits,
  { isAgain, scopes }: { readonly isAgain: boolean; readonly scopes: readonly string[] },
): string => {
  const wanted = isAgain ? ['login', 'select_account'] : ['select_account', 'login'];
  const who = wanted.find((value) => prompts.includes(value));
  // Without it, a refresh token may be left out (Core, section 11).
  const consent = scopes.includes('offline_access') && prompts.includes('consent') ? 'consent' : undefined;
  const values = [who, consent].filter((value) => value !== undefined);
  // Some know a `prompt` of one value only and ask for nothing otherwise; a time of the proof would tell.
  const isAlone = isPromptSingle || (isAgain && !tellsAuthTime);
  return (isAlone ? values.slice(0, 1) : values).join(' ');
};
