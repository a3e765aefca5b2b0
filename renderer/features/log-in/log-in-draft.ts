import type { ErrorReport } from '../../../app/contract/bridge.ts';
import type { CommandInput } from '../../../app/contract/commands.ts';
import type { ServiceView } from '../../../app/contract/views.ts';
import { jsonIn } from '../fields/json-text.ts';

export type LogInMethod = CommandInput<'logIn'>['method'];

/** What a person types to get in, whichever way it is for. */
export interface LogInDraft {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly apiKey: string;
  readonly token: string;
  /** JSON, as text. */
  readonly arguments: string;
}

export type DraftField = keyof LogInDraft;

/** A way in for which Hotseat asks itself, in a form. */
export type FormWay = 'emailPassword' | 'apiKey' | 'customToken' | 'customFunction';

export const emptyDraft: LogInDraft = {
  email: '',
  password: '',
  name: '',
  apiKey: '',
  token: '',
  arguments: '',
};

/** What was typed without its secrets, for another try after a failure. */
export const withoutSecrets = (draft: LogInDraft): LogInDraft => ({
  ...draft,
  password: '',
  apiKey: '',
  token: '',
});

const allWays = ['emailPassword', 'apiKey', 'customToken', 'customFunction'] as const;

/** The ways of each kind of service; the first is the usual one. */
export const formWaysOf = (kind: ServiceView['kind']): readonly FormWay[] => {
  if (kind === 'appServices') return allWays;
  return kind === 'directory' ? ['emailPassword'] : [];
};

/** The ways that a user can gain; an API key is made for a user, so it is none of them. */
export const linkWaysOf = (kind: ServiceView['kind']): readonly FormWay[] =>
  formWaysOf(kind).filter((way) => way !== 'apiKey');

export const fieldsOf: Readonly<Record<FormWay, readonly DraftField[]>> = {
  emailPassword: ['email', 'password'],
  apiKey: ['apiKey'],
  customToken: ['token'],
  customFunction: ['arguments'],
};

/** As in the contract's bounds of a command. */
const longest: Readonly<Record<DraftField, number>> = {
  email: 320,
  password: 1024,
  name: 200,
  apiKey: 16_384,
  token: 16_384,
  arguments: 32_768,
};

type InvalidInput = Extract<ErrorReport, { code: 'invalidInput' }>;

/** The first thing wrong with what was typed, from top to bottom; whether the rest will do is for main to say. */
export const faultIn = (draft: LogInDraft, fields: readonly DraftField[]): InvalidInput | undefined => {
  for (const field of fields) {
    const text = draft[field];
    if (field !== 'name' && text.trim() === '') return { code: 'invalidInput', field, problem: 'empty' };
    if (text.length > longest[field]) return { code: 'invalidInput', field, problem: 'tooLong' };
    if (field === 'arguments' && jsonIn(text)?.kind !== 'object')
      return { code: 'invalidInput', field, problem: 'malformed' };
  }
  return undefined;
};

const objectIn = (text: string) => {
  const json = jsonIn(text);
  return json?.kind === 'object' ? json.value : {};
};

/** What main is asked, of a draft without a fault. */
export const methodOf = (way: FormWay, draft: LogInDraft): LogInMethod => methods[way](draft);

const methods: Readonly<Record<FormWay, (draft: LogInDraft) => LogInMethod>> = {
  emailPassword: ({ email, password }) => ({ kind: 'emailPassword', email, password }),
  apiKey: ({ apiKey }) => ({ kind: 'apiKey', key: apiKey.trim() }),
  customToken: ({ token }) => ({ kind: 'customToken', token: token.trim() }),
  customFunction: (draft) => ({ kind: 'customFunction', arguments: objectIn(draft.arguments) }),
};
