import type { OutgoingRequest, RequestBook } from '../contract/request-views.ts';
import { fail, succeed, type Outcome } from '../outcome.ts';
import type { UserId } from '../users/user.ts';
import { withoutSecrets } from './past-request.ts';

export const emptyRequestBook: RequestBook = { past: [], saved: [] };

export const pastLimit = 100;
const savedLimit = 200;
/** In UTF-16 units, of all saved requests together: the book is one file, written as a whole. */
const savedCharacterLimit = 4_000_000;

export interface SentRequest {
  readonly requestId: string;
  readonly userId: UserId;
  readonly request: OutgoingRequest;
  readonly sentAtMs: number;
}

/** A request has left. Sent as several users it is one entry. */
export const withSent = (book: RequestBook, sent: SentRequest): RequestBook => {
  const { requestId: id, userId, request, sentAtMs } = sent;
  const entry = book.past.find((past) => past.id === id);
  if (entry) {
    const others = entry.answers.filter((answer) => answer.userId !== userId);
    return replaced(book, id, { ...entry, answers: [...others, { userId }] });
  }
  const added = { id, sentAtMs, request: withoutSecrets(request), answers: [{ userId }] };
  return { ...book, past: [added, ...book.past].slice(0, pastLimit) };
};

/** Says what came of it, where the entry still knows of that user: who was removed meanwhile is not written anew. */
export const withStatus = (
  book: RequestBook,
  { requestId, userId, status }: Pick<SentRequest, 'requestId' | 'userId'> & { readonly status: number },
): RequestBook => {
  const entry = book.past.find((past) => past.id === requestId);
  if (!entry?.answers.some((answer) => answer.userId === userId)) return book;
  const answers = entry.answers.map((answer) => (answer.userId === userId ? { userId, status } : answer));
  return replaced(book, requestId, { ...entry, answers });
};

/** The same book where there is nothing of that user. */
export const withoutUser = (book: RequestBook, userId: UserId): RequestBook => {
  if (!book.past.some(({ answers }) => answers.some((answer) => answer.userId === userId))) return book;
  const past = book.past
    .map((entry) => ({ ...entry, answers: entry.answers.filter((answer) => answer.userId !== userId) }))
    .filter(({ answers }) => answers.length > 0);
  return { ...book, past };
};

/** One that has the name already is replaced in its place. Fails when no more fits. */
export const withSaved = (
  book: RequestBook,
  { id, name, request }: { readonly id: string; readonly name: string; readonly request: OutgoingRequest },
): Outcome<RequestBook> => {
  const isKnown = book.saved.some((saved) => saved.name === name);
  const saved = isKnown
    ? book.saved.map((one) => (one.name === name ? { ...one, request } : one))
    : [...book.saved, { id, name, request }];
  const characters = saved.reduce((sum, one) => sum + JSON.stringify(one).length, 0);
  if (saved.length > savedLimit || characters > savedCharacterLimit)
    return fail({ code: 'invalidInput', field: 'command', problem: 'tooLong' });
  return succeed({ ...book, saved });
};

/** A past or a saved request. */
export const withoutRequest = (book: RequestBook, id: string): RequestBook => ({
  past: book.past.filter((past) => past.id !== id),
  saved: book.saved.filter((saved) => saved.id !== id),
});

const replaced = (book: RequestBook, id: string, by: RequestBook['past'][number]): RequestBook => ({
  ...book,
  past: book.past.map((past) => (past.id === id ? by : past)),
});
