import type { CommandInput } from '../../app/contract/commands.ts';
import type { Answer, RequestBook } from '../../app/contract/request-views.ts';
import type { Outcome } from '../../app/outcome.ts';

/** Requests that a person writes, sent as users of theirs, and the book of them that each service has. */
export interface RequestDesk {
  send(input: CommandInput<'sendRequest'>): Promise<Outcome<Answer>>;
  cancel(requestId: string): void;
  book(input: CommandInput<'readRequestBook'>): Promise<Outcome<RequestBook>>;
  save(input: CommandInput<'saveRequest'>): Promise<Outcome<void>>;
  forget(input: CommandInput<'forgetRequest'>): Promise<Outcome<void>>;
  clearPast(input: CommandInput<'clearPastRequests'>): Promise<Outcome<void>>;
  copyAsCurl(input: CommandInput<'copyAsCurl'>): Promise<Outcome<void>>;
}
