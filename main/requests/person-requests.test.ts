import '../storage/testing/use-electron-stand-in.ts';
import fs from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AnswerPart, OutgoingRequest } from '../../app/contract/request-views.ts';
import { directoryService } from '../../app/identity/service.ts';
import { fail, succeed } from '../../app/outcome.ts';
import { valueOf } from '../../app/testing/fake-world.ts';
import { unknownId } from '../../app/testing/worlds.ts';
import { serviceIdSchema, type UserId } from '../../app/users/user.ts';
import { scratchDirectory } from '../storage/testing/scratch-directory.ts';
import { PersonRequests } from './person-requests.ts';
import { RequestBooks } from './request-books.ts';
import { openRequestStage, type RequestStage } from './testing/request-stage.ts';

const serviceId = directoryService.id;
const elsewhere = serviceIdSchema.parse('elsewhere');
const who: OutgoingRequest = { kind: 'http', method: 'GET', url: '/who', headers: [] };

let scratch: ReturnType<typeof scratchDirectory>;
let stage: RequestStage;
let desk: PersonRequests;
let books: RequestBooks;
let told: { readonly requestId: string; readonly userId: UserId; readonly part: AnswerPart }[];
let ids: number;

beforeEach(async () => {
  scratch = scratchDirectory();
  stage = await openRequestStage('ana@example.org', 'ben@example.org');
  told = [];
  ids = 0;
  const { switcher, requests, timers } = stage;
  const clock = { nowMs: () => 7 };
  books = new RequestBooks({
    directory: scratch.path,
    clock,
    timers,
    log: { warn: () => undefined },
    post: () => undefined,
  });
  desk = new PersonRequests({
    requests,
    books,
    services: { list: () => [directoryService] },
    serviceOf: (userId) => (switcher.registry.users.has(userId) ? directoryService : undefined),
    tell: (requestId, userId, part) => told.push({ requestId, userId, part }),
    copyAsCurl: async () => fail({ code: 'unexpected' }),
    newId: () => `saved-${(ids += 1)}`,
    clock,
    timers,
  });
});
afterEach(async () => {
  await desk.close();
  await stage.close();
  scratch[Symbol.dispose]();
});

const past = async () => valueOf(await desk.book({ serviceId })).past;

describe('the desk of requests', () => {
  it('sends as each of several, side by side, as one entry of the book', async () => {
    const [ana, ben] = [stage.idOf(0), stage.idOf(1)];
    stage.serve = (_request, response, subject) => {
      response.writeHead(subject === stage.subjectOf(ana) ? 200 : 403);
      response.end(subject);
    };
    const answers = await Promise.all(
      [ana, ben].map((userId) => desk.send({ requestId: 'r', userId, request: who })),
    );
    expect(answers.map((answer) => valueOf(answer))).toMatchObject([
      { status: 200, content: { text: stage.subjectOf(ana) } },
      { status: 403, content: { text: stage.subjectOf(ben) } },
    ]);
    const entries = await past();
    expect(entries).toMatchObject([{ id: 'r', sentAtMs: 7, request: who }]);
    expect(new Set(entries[0]?.answers)).toEqual(
      new Set([
        { userId: ana, status: 200 },
        { userId: ben, status: 403 },
      ]),
    );
  });

  it('notes no request that never left, and no status where no answer came', async () => {
    const userId = stage.idOf(0);
    expect((await desk.send({ requestId: 'a', userId, request: { ...who, url: '//x' } })).ok).toBe(false);
    expect((await desk.send({ requestId: 'b', userId: unknownId, request: who })).ok).toBe(false);
    expect(await past()).toEqual([]);
    await stage.close();
    expect((await desk.send({ requestId: 'c', userId, request: who })).ok).toBe(false);
    expect(await past()).toMatchObject([{ id: 'c', answers: [{ userId }] }]);
  });

  it('cancels all users of a request, and only of that one', async () => {
    const held: (() => void)[] = [];
    stage.serve = (_request, response, subject) => void held.push(() => response.end(subject));
    const send = (requestId: string, n: number) =>
      desk.send({ requestId, userId: stage.idOf(n), request: who });
    const [first, second, other] = [send('r', 0), send('r', 1), send('s', 0)];
    await expect.poll(() => held.length).toBe(3);
    desk.cancel('r');
    desk.cancel('nothing');
    expect([await first, await second]).toEqual([fail({ code: 'cancelled' }), fail({ code: 'cancelled' })]);
    for (const go of held) go();
    expect(valueOf(await other).status).toBe(200);
  });

  it('C10: a removal meanwhile leaves nothing of it in the book', async () => {
    const userId = stage.idOf(0);
    const held: (() => void)[] = [];
    stage.serve = (_request, response, subject) => void held.push(() => response.end(subject));
    const answer = desk.send({ requestId: 'r', userId, request: who });
    await expect.poll(() => held.length).toBe(1);
    const removed = stage.switcher.remove(userId);
    expect((await answer).ok).toBe(false);
    valueOf(await removed);
    valueOf(await books.eraseRequestsOf(userId));
    for (const go of held) go();
    await desk.close();
    expect(await past()).toEqual([]);
  });

  it('tells the window in few parts, in order, which make up the text', async () => {
    stage.serve = (_request, response) => {
      response.writeHead(200);
      for (let count = 0; count < 50; count += 1) response.write(`${count} `);
      setImmediate(() => response.end('end'));
    };
    const answer = desk.send({ requestId: 'r', userId: stage.idOf(0), request: who });
    await expect.poll(() => told.length).toBe(1);
    expect(told).toMatchObject([{ requestId: 'r', part: { kind: 'head', status: 200 } }]);
    const { content } = valueOf(await answer);
    expect(content).toMatchObject({ kind: 'text' });
    // The rest comes with the answer itself.
    expect(told).toHaveLength(1);
    await stage.timers.advance(1_000);
    expect(told).toHaveLength(1);
  });

  it('tells what has come at most twenty times in a second', async () => {
    const streams: ((text: string) => void)[] = [];
    stage.serve = (_request, response) => {
      response.writeHead(200);
      streams.push((text) => (text === '' ? response.end() : response.write(text)));
    };
    let heard = '';
    const heardSoFar = () => told.flatMap(({ part }) => (part.kind === 'text' ? [part.text] : [])).join('');
    const answer = desk.send({ requestId: 'r', userId: stage.idOf(0), request: who });
    await expect.poll(() => streams.length).toBe(1);
    for (const text of ['one ', 'two ', 'three ']) {
      streams[0]?.(text);
      heard += text;
      await expect
        .poll(async () => {
          await stage.timers.advance(50);
          return heardSoFar();
        })
        .toBe(heard);
    }
    expect(told.filter(({ part }) => part.kind === 'text')).toHaveLength(3);
    expect(told.at(-1)?.part).toMatchObject({ byteCount: 14 });
    streams[0]?.('');
    expect(valueOf(await answer)).toMatchObject({ content: { text: 'one two three ' } });
  });

  it('keeps, forgets and clears, on disk', async () => {
    const request: OutgoingRequest = { ...who, method: 'POST', body: 'CANARY-ana-body-1' };
    valueOf(await desk.send({ requestId: 'r', userId: stage.idOf(0), request }));
    valueOf(await desk.save({ serviceId, name: ' Add ', request }));
    expect(valueOf(await desk.book({ serviceId })).saved).toEqual([{ id: 'saved-1', name: 'Add', request }]);
    expect(await desk.save({ serviceId, name: ' ', request })).toMatchObject({ error: { problem: 'empty' } });
    valueOf(await desk.forget({ serviceId, id: 'saved-1' }));
    valueOf(await desk.clearPast({ serviceId }));
    expect(valueOf(await desk.book({ serviceId }))).toEqual({ past: [], saved: [] });
    const names = fs.readdirSync(scratch.path);
    expect(names).toContain('directory.json');
    for (const name of names)
      expect(fs.readFileSync(join(scratch.path, name), 'utf8')).not.toContain('CANARY');
  });

  it('history holds no token, no body, and no secret of an address or a header', async () => {
    const request: OutgoingRequest = {
      kind: 'http',
      method: 'POST',
      url: '/who?api_key=CANARY-ana-query-1',
      headers: [{ name: 'X-Session', value: 'CANARY-ana-header-1' }],
      body: 'CANARY-ana-body-1',
    };
    valueOf(await desk.send({ requestId: 'r', userId: stage.idOf(0), request }));
    await desk.close();
    expect(fs.readFileSync(join(scratch.path, 'directory.json'), 'utf8')).toContain('X-Session');
    for (const name of fs.readdirSync(scratch.path))
      expect(fs.readFileSync(join(scratch.path, name), 'utf8')).not.toContain('CANARY');
  });

  it('knows no book of a service that is not there', async () => {
    const gone = fail({ code: 'serviceNotFound' });
    expect([
      await desk.book({ serviceId: elsewhere }),
      await desk.save({ serviceId: elsewhere, name: 'a', request: who }),
      await desk.forget({ serviceId: elsewhere, id: 'a' }),
      await desk.clearPast({ serviceId: elsewhere }),
    ]).toEqual([gone, gone, gone, gone]);
    expect(await desk.book({ serviceId })).toEqual(succeed({ past: [], saved: [] }));
  });
});
