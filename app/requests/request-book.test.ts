import { describe, expect, it } from 'vitest';
import type { OutgoingRequest, RequestBook } from '../contract/request-views.ts';
import { valueOf } from '../testing/fake-world.ts';
import { userIdSchema } from '../users/user.ts';
import {
  emptyRequestBook,
  pastLimit,
  withSaved,
  withSent,
  withStatus,
  withoutRequest,
  withoutUser,
} from './request-book.ts';
import { parseRequestBook, storedRequestBook } from './stored-request-book.ts';

const ana = userIdSchema.parse('user-000001');
const ben = userIdSchema.parse('user-000002');
const request: OutgoingRequest = { kind: 'http', method: 'GET', url: '/notes', headers: [] };

const sent = (requestId: string, userId = ana, book = emptyRequestBook): RequestBook =>
  withSent(book, { requestId, userId, request, sentAtMs: 7 });

describe('a book of requests', () => {
  it('has one entry for a request that was sent as several', () => {
    const both = sent('a', ben, sent('a'));
    expect(both.past).toEqual([
      { id: 'a', sentAtMs: 7, request, answers: [{ userId: ana }, { userId: ben }] },
    ]);
    expect(withStatus(both, { requestId: 'a', userId: ben, status: 403 }).past[0]?.answers).toEqual([
      { userId: ana },
      { userId: ben, status: 403 },
    ]);
  });

  it('has the newest first, and no more than it may', () => {
    let book = emptyRequestBook;
    for (let count = 0; count <= pastLimit; count += 1) book = sent(`id-${count}`, ana, book);
    expect([book.past.length, book.past[0]?.id, book.past.at(-1)?.id]).toEqual([pastLimit, 'id-100', 'id-1']);
  });

  it('C10: forgets a user, and does not learn of it anew', () => {
    const without = withoutUser(sent('b', ana, sent('a', ben, sent('a'))), ana);
    expect(without.past.map(({ id, answers }) => [id, answers])).toEqual([['a', [{ userId: ben }]]]);
    expect(withStatus(without, { requestId: 'a', userId: ana, status: 200 })).toBe(without);
    expect(withoutUser(without, ana)).toBe(without);
  });

  it('keeps what was saved as it was saved; the same name again takes its place', () => {
    const whole: OutgoingRequest = { ...request, method: 'POST', body: '{"a":1}' };
    const first = valueOf(withSaved(emptyRequestBook, { id: '1', name: 'Add', request }));
    const second = valueOf(withSaved(first, { id: '2', name: 'Add', request: whole }));
    expect(second.saved).toEqual([{ id: '1', name: 'Add', request: whole }]);
    expect(withoutRequest(second, '1').saved).toEqual([]);
  });

  it('takes no more than fits: in number, and together', () => {
    let book = emptyRequestBook;
    for (let count = 0; count < 200; count += 1)
      book = valueOf(withSaved(book, { id: `${count}`, name: `${count}`, request }));
    expect(withSaved(book, { id: 'x', name: 'x', request }).ok).toBe(false);
    const large: OutgoingRequest = { ...request, body: 'x'.repeat(900_000) };
    let few = emptyRequestBook;
    for (const id of ['1', '2', '3', '4']) few = valueOf(withSaved(few, { id, name: id, request: large }));
    expect(withSaved(few, { id: '5', name: '5', request: large }).ok).toBe(false);
  });

  it('is read as it was stored; a newer one is left alone, and anything else is damage', () => {
    const book = valueOf(withSaved(sent('a'), { id: '1', name: 'Add', request }));
    const stored: unknown = JSON.parse(JSON.stringify(storedRequestBook(book)));
    expect(parseRequestBook(stored)).toEqual({ kind: 'read', value: book });
    expect(parseRequestBook({ version: 2 })).toEqual({ kind: 'newer', version: 2 });
    expect(parseRequestBook({ version: 1, past: [{}], saved: [] })).toEqual({ kind: 'corrupt' });
  });
});
