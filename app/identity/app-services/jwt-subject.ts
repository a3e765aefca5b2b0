import { z } from 'zod';
import { readJwtClaims } from './jwt-claims.ts';

const claimsSchema = z.looseObject({ sub: z.string() });

const subjectOf = (token: string): string | undefined => {
  const read = claimsSchema.safeParse(readJwtClaims(token));
  return read.success ? read.data.sub : undefined;
};

/** Whether two tokens name one user, as far as both name any. */
export const isOfOneSubject = (one: string, other: string): boolean => {
  const subjects = [subjectOf(one), subjectOf(other)];
  return subjects.includes(undefined) || subjects[0] === subjects[1];
};
