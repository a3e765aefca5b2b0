import type { z } from 'zod';
import type { CommandName } from '../../app/contract/commands.ts';
import type { ErrorReport, InputField, InputProblem } from '../../app/errors.ts';

/** What the contract refused, for the person: the field it is about, where the person has one. */
export const invalidInput = (command: CommandName, error: z.ZodError): ErrorReport => {
  const [issue] = error.issues;
  return {
    code: 'invalidInput',
    field: issue ? fieldOf(command, issue.path) : 'command',
    problem: issue ? problemOf(issue) : 'malformed',
  };
};

const fieldOf = (command: CommandName, path: readonly PropertyKey[]): InputField => {
  // The only text of a person's that a function takes is a note; `name` there is the function's.
  if (command === 'callFunction') return path[0] === 'arguments' ? 'note' : 'command';
  if (path[0] === 'request' && typeof path[1] === 'string' && Object.hasOwn(requestFields, path[1]))
    return requestFields[path[1]] ?? 'command';
  if (path.at(-1) === 'name') return path[0] === 'draft' ? 'serviceName' : nameField(command);
  // From the outside in: what is within an argument is the person's own.
  for (const key of path) {
    const field = typeof key === 'string' && Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (field !== undefined) return field;
  }
  return 'command';
};

const nameField = (command: CommandName): InputField => (command === 'createApiKey' ? 'keyName' : 'name');

/** Fields of the contract, as the person knows them. */
const fields: Readonly<Record<string, InputField>> = {
  email: 'email',
  password: 'password',
  nickname: 'nickname',
  key: 'apiKey',
  token: 'token',
  tokenId: 'token',
  arguments: 'arguments',
  baseUrl: 'baseUrl',
  appId: 'appId',
  issuer: 'issuer',
  clientId: 'clientId',
  clientSecret: 'clientSecret',
  scopes: 'scopes',
  apiOrigins: 'apiOrigins',
  workspaceUrl: 'workspaceUrl',
  redirectPort: 'redirectPort',
};

/** Those of a request that a person writes; in other commands the same keys are others. */
const requestFields: Readonly<Record<string, InputField>> = {
  url: 'requestUrl',
  method: 'requestMethod',
  headers: 'requestHeaders',
  body: 'requestBody',
  name: 'functionName',
  arguments: 'arguments',
};

const problemOf = (issue: z.core.$ZodIssue): InputProblem => {
  if (issue.code !== 'too_big' && issue.code !== 'too_small') return 'malformed';
  // Only texts and lists are long or short; a number is a wrong one.
  if (issue.origin !== 'string' && issue.origin !== 'array') return 'malformed';
  if (issue.code === 'too_big') return 'tooLong';
  return issue.minimum === 1 ? 'empty' : 'tooShort';
};
