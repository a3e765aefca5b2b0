import type { ErrorReport } from './errors.ts';

/** What an operation came to. Expected failures are values of this union, never exceptions. */
export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ErrorReport };

export const done: Outcome<void> = { ok: true, value: undefined };

export const succeed = <T>(value: T): Outcome<T> => ({ ok: true, value });

export const fail = (error: ErrorReport): { readonly ok: false; readonly error: ErrorReport } => ({
  ok: false,
  error,
});
