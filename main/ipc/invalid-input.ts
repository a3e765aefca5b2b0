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
  switch (path.at(-1)) {
    case 'email':
      return 'email';
    case 'password':
      return 'password';
    case 'name':
      return 'name';
    case 'nickname':
      return 'nickname';
    default:
      return 'command';
  }
};

const problemOf = (issue: z.core.$ZodIssue): InputProblem => {
  if (issue.code === 'too_big') return 'tooLong';
  if (issue.code === 'too_small') return issue.minimum === 1 ? 'empty' : 'tooShort';
  return 'malformed';
};
