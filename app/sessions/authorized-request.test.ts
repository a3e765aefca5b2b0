import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { Answer, AnswerPart, OutgoingRequest } from '../contract/request-views.ts';
import { directoryService } from '../identity/service.ts';
import { fail, succeed, type Outcome } from '../outcome.ts';
import type { CarriedRequest, RequestCarrier } from '../requests/request-carrier.ts';
import type { FakeWorld } from '../testing/fake-world.ts';
import { settled } from '../testing/manual-timers.ts';
import { twoUsers, unknownId, waysToLeave } from '../testing/worlds.ts';
import type { Switcher } from '../switcher.ts';
import { serviceIdSchema, type ServiceId, type UserId } from '../users/user.ts';
import { AuthorizedRequests } from './authorized-request.ts';

const shop = serviceIdSchema.parse('shop');
const api = 'https://api.example.org';

type HttpRequest = Extract<OutgoingRequest, { kind: 'http' }>;
const ask: HttpRequest = { kind: 'http', method: 'GET', url: '/books', headers: [] };
const call: OutgoingRequest = { kind: 'function', name: 'whoami', arguments: [] };

/** An answer in these pieces, which may repeat what was asked. */
const said =
  (status: number, ...texts: readonly (string | ((request: CarriedRequest) => string))[]): RequestCarrier =>
  async (request, listener) => {
    listener.head({ status, statusText: `as ${status}`, headers: [{ name: 'X-Shelf', value: '7' }] });
    let byteCount = 0;
    for (const one of texts) {
      const text = typeof one === 'string' ? one : one(request);
      byteCount += text.length;
      listener.text(text, byteCount);
    }
    return succeed({ byteCount, isCut: false, kind: 'text' });
  };

const failing =
  (code: 'networkUnavailable' | 'authenticationRejected'): RequestCarrier =>
  async () =>
    fail({ code });

/** An answer whose second half comes when it is released, whether or not anybody still waits for it. */
const inHalves = () => {
  const halves = { isStopped: false, hasBegun: false, release: () => {} };
  const carry: RequestCarrier = async (_request, listener, cancellation) => {
    cancellation.addEventListener('abort', () => (halves.isStopped = true));
    listener.head({ status: 200, statusText: '', headers: [] });
    listener.text('one, ', 5);
    halves.hasBegun = true;
    await new Promise<void>((resolve) => (halves.release = resolve));
    listener.text('two', 8);
    return succeed({ byteCount: 8, isCut: false, kind: 'text' });
  };
  return { halves, carry };
};

/** Ana, beside Ben who is active, and a carrier that answers in turn; every look at the watch takes 40 ms. */
const stage = async (replies: readonly RequestCarrier[] = [said(200)], serviceId: ServiceId = shop) => {
  const { world, switcher, ana, ben } = await twoUsers();
  const carried: CarriedRequest[] = [];
  const told: AnswerPart[] = [];
  const controller = new AbortController();
  let acceptedCount = 0;
  let subscriptionCount = 0;
  let elapsedMs = 5_000;
  const requests = new AuthorizedRequests({
    users: switcher.bearers,
    registry: () => {
      const { registry } = switcher;
      const users = new Map([...registry.users].map(([id, user]) => [id, { ...user, serviceId }]));
      return { ...registry, users };
    },
    subscribe: (listener, only) => {
      const end = switcher.subscribe(listener, only);
      subscriptionCount += 1;
      return () => {
        subscriptionCount -= 1;
        end();
      };
    },
    carry: (request, ...rest) => {
      const reply = replies[carried.push(request) - 1] ?? failing('networkUnavailable');
      return reply(request, ...rest);
    },
    stopwatch: { elapsedMs: () => (elapsedMs += 40) },
  });
  const send = (
    request: OutgoingRequest = ask,
    { userId = ana, onAccepted = () => {} }: { userId?: UserId; onAccepted?: () => void } = {},
  ): Promise<Outcome<Answer>> =>
    requests.send({
      userId,
      request,
      cancellation: controller.signal,
      onAccepted: () => {
        acceptedCount += 1;
        onAccepted();
      },
      onPart: (part) => told.push(part),
    });
  const left = () => ({
    acceptedCount,
    carriedCount: carried.length,
    listenerCount: subscriptionCount + getEventListeners(controller.signal, 'abort').length,
  });
  const toldText = () => told.map((part) => (part.kind === 'text' ? part.text : part.status));
  const askedOf = () => world.service.requests.map((asked) => asked.call);
  return { world, switcher, ana, ben, requests, controller, carried, told, send, left, toldText, askedOf };
};

const begun = async (halves: { readonly hasBegun: boolean }): Promise<void> => {
  await settled();
  expect(halves.hasBegun).toBe(true);
};

const bearerOf = (world: FakeWorld, userId: UserId) => `Bearer ${world.storedAccessTokenOf(userId)}`;

describe('a request as a user', () => {
  it('leaves as it was written, with that user’s own token, and its answer is told while it comes', async () => {
    const { world, ana, send, carried, told, left } = await stage([said(200, 'BOOKS', ' AND MAPS')]);
    const headers = [{ name: 'X-Shelf', value: ' 7 ' }];
    const answer = await send({ ...ask, method: 'post', url: `${api}/books?new#top`, headers, body: 'one' });
    expect(carried).toEqual([
      {
        origin: api,
        path: '/books?new',
        method: 'POST',
        headers: { 'X-Shelf': '7', Authorization: bearerOf(world, ana) },
        body: 'one',
      },
    ]);
    expect(answer).toEqual(
      succeed({
        status: 200,
        statusText: 'as 200',
        headers: [{ name: 'X-Shelf', value: '7' }],
        durationMs: 40,
        byteCount: 14,
        isCut: false,
        content: { kind: 'text', text: 'BOOKS AND MAPS' },
      }),
    );
    expect(told).toEqual([
      { kind: 'head', status: 200, statusText: 'as 200' },
      { kind: 'text', text: 'BOOKS', byteCount: 5 },
      { kind: 'text', text: ' AND MAPS', byteCount: 14 },
    ]);
    expect(left()).toEqual({ acceptedCount: 1, carriedCount: 1, listenerCount: 0 });
  });

  it('is heard while it is under way, for who gives up and for who leaves', async () => {
    const { halves, carry } = inHalves();
    const { send, left } = await stage([carry]);
    const answer = send();
    await begun(halves);
    expect(left()).toEqual({ acceptedCount: 1, carriedCount: 1, listenerCount: 2 });
    halves.release();
    expect(await answer).toMatchObject({ ok: true });
    expect(left().listenerCount).toBe(0);
  });

  it.each(waysToLeave)('who %s is refused, and never accepted', async (_who, code, leave) => {
    const { switcher, ana, send, left } = await stage([said(200)], directoryService.id);
    await leave(switcher, ana);
    expect(await send()).toEqual(fail({ code }));
    expect(left()).toEqual({ acceptedCount: 0, carriedCount: 0, listenerCount: 0 });
  });

  it.each<[what: string, request: OutgoingRequest, error: object]>([
    ['a method of nobody', { ...ask, method: 'TRACE' }, { field: 'requestMethod', problem: 'malformed' }],
    ['an address elsewhere', { ...ask, url: 'https://evil.example/' }, { field: 'requestUrl' }],
    ['a name that is none', { ...call, name: '../x' }, { field: 'functionName', problem: 'malformed' }],
  ])('with %s is refused, and never accepted', async (_what, request, error) => {
    const { send, left, askedOf } = await stage();
    const before = askedOf();
    expect(await send(request)).toMatchObject({ ok: false, error: { code: 'invalidInput', ...error } });
    expect(left()).toEqual({ acceptedCount: 0, carriedCount: 0, listenerCount: 0 });
    expect(askedOf()).toEqual(before);
  });

  it('is refused where the service is gone, and never accepted', async () => {
    const { world, send, left } = await stage();
    world.isServiceGone = true;
    expect(await send({ ...ask, url: `${api}/books` })).toEqual(fail({ code: 'serviceNotFound' }));
    expect(left()).toEqual({ acceptedCount: 0, carriedCount: 0, listenerCount: 0 });
  });
});

describe('a request that somebody gives up', () => {
  it('before it is sent is not accepted', async () => {
    const { controller, send, left } = await stage();
    controller.abort();
    expect(await send()).toEqual(fail({ code: 'cancelled' }));
    await settled();
    expect(left()).toEqual({ acceptedCount: 0, carriedCount: 0, listenerCount: 0 });
  });

  it.each([
    ['a request', ask],
    ['a function', call],
  ])(
    'before its token is there does not leave, and says nothing of the service: %s',
    async (_what, request) => {
      const { world, switcher, ana, controller, send, left, askedOf } = await stage();
      world.service.isOffline = true;
      await switcher.callFunction(ana, 'anything', []);
      world.service.isOffline = false;
      const before = askedOf();
      expect(await send(request, { onAccepted: () => controller.abort() })).toEqual(
        fail({ code: 'cancelled' }),
      );
      await settled();
      expect(left()).toEqual({ acceptedCount: 1, carriedCount: 0, listenerCount: 0 });
      expect(askedOf()).toEqual(before);
      expect(switcher.isUnreachable(ana)).toBe(true);
    },
  );

  it('while the answer comes is told no more of it', async () => {
    const { halves, carry } = inHalves();
    const { controller, send, toldText, left } = await stage([carry]);
    const answer = send();
    await begun(halves);
    controller.abort();
    expect(await answer).toEqual(fail({ code: 'cancelled' }));
    expect([halves.isStopped, left().listenerCount]).toEqual([true, 0]);
    halves.release();
    await settled();
    expect(toldText()).toEqual([200, 'one, ']);
  });
});

describe('while an answer comes', () => {
  it.each(waysToLeave)('a user who %s is told no more of it', async (_who, code, leave) => {
    const { halves, carry } = inHalves();
    const { switcher, ana, send, toldText } = await stage([carry]);
    const answer = send();
    await begun(halves);
    const leaving = leave(switcher, ana);
    expect(await answer).toEqual(fail({ code }));
    expect(halves.isStopped).toBe(true);
    halves.release();
    await leaving;
    await settled();
    expect(toldText()).toEqual([200, 'one, ']);
  });

  it.each<[what: string, happen: (switcher: Switcher, ana: UserId, ben: UserId) => Promise<unknown>]>([
    ['the user gets another name', (switcher, ana) => switcher.rename(ana, 'Annie')],
    ['the user becomes active', (switcher, ana) => switcher.switchTo(ana)],
    ['somebody else logs out', (switcher, _ana, ben) => switcher.logOut(ben)],
  ])('it goes on where %s', async (_what, happen) => {
    const { halves, carry } = inHalves();
    const { world, switcher, ana, ben, send, toldText } = await stage([carry]);
    const answer = send();
    await begun(halves);
    await happen(switcher, ana, ben);
    halves.release();
    expect(await answer).toMatchObject({ ok: true, value: { content: { text: 'one, two' } } });
    expect([halves.isStopped, toldText(), world.warnings]).toEqual([false, [200, 'one, ', 'two'], []]);
  });
});

describe('a request whose token the service refuses', () => {
  const text = (status: number, content: string) => ({
    ok: true,
    value: { status, content: { kind: 'text', text: content } },
  });

  it.each<
    [
      what: string,
      replies: readonly RequestCarrier[],
      outcome: object,
      told: readonly (string | number)[],
      carriedCount: number,
      refreshCount: number,
      change?: (world: FakeWorld, subject: string) => void,
    ]
  >([
    [
      'is repeated once, and the second answer alone is told',
      [said(401, 'who?'), said(200, 'books')],
      text(200, 'books'),
      [200, 'books'],
      2,
      1,
    ],
    [
      'again is answered with the second refusal, told like any other answer',
      [said(401, 'who?'), said(401, 'not you'), said(200)],
      text(401, 'not you'),
      [401, 'not you'],
      2,
      1,
    ],
    [
      'is answered with the refusal where nothing newer is to be had',
      [said(401, 'who?'), said(200)],
      text(401, 'who?'),
      [],
      1,
      1,
      (world) => (world.service.grants.keepsAccessTokens = true),
    ],
    [
      'ends with the session where that is over',
      [said(401, 'who?'), said(200)],
      fail({ code: 'userLoggedOut' }),
      [],
      1,
      1,
      (world, subject) => world.service.revokeSessionsOf(subject),
    ],
    [
      'fails as its repetition does',
      [said(401, 'who?'), failing('networkUnavailable')],
      fail({ code: 'networkUnavailable' }),
      [],
      2,
      1,
    ],
    [
      'on the way there fails so, after a second attempt',
      [failing('authenticationRejected'), failing('authenticationRejected')],
      fail({ code: 'authenticationRejected' }),
      [],
      2,
      1,
    ],
  ])('%s', async (_what, replies, outcome, told, carriedCount, refreshCount, change) => {
    const { world, switcher, ana, send, carried, left, toldText } = await stage(replies);
    change?.(world, switcher.registry.users.get(ana)?.subject ?? '');
    expect(await send()).toMatchObject(outcome);
    expect(toldText()).toEqual(told);
    expect(left()).toEqual({ acceptedCount: 1, carriedCount, listenerCount: 0 });
    expect(world.service.countOf('refresh')).toBe(refreshCount);
    expect(new Set(carried.map(({ headers }) => headers['Authorization'])).size).toBe(carriedCount);
  });

  it.each<[what: string, reply: RequestCarrier, outcome: object]>([
    ['another status', said(403, 'no'), text(403, 'no')],
    ['a network that fails', failing('networkUnavailable'), fail({ code: 'networkUnavailable' })],
  ])('is another matter than %s, after which nothing is repeated', async (_what, reply, outcome) => {
    const { world, send, left } = await stage([reply, said(200)]);
    expect(await send()).toMatchObject(outcome);
    expect([left().carriedCount, world.service.countOf('refresh')]).toEqual([1, 0]);
  });

  it('shows neither that token nor the newer one', async () => {
    const bearers: string[] = [];
    const repeat = ({ headers }: CarriedRequest) => {
      bearers.push(headers['Authorization'] ?? '');
      return bearers.join(', ');
    };
    const { send, toldText } = await stage([said(401, repeat), said(200, repeat)]);
    expect(await send()).toMatchObject(text(200, 'Bearer (token), Bearer (token)'));
    expect(toldText()).toEqual([200, 'Bearer (token), Bearer (token)']);
  });
});

describe('a function as a user', () => {
  it('is called as it was written, with that user’s own token, which its answer does not show', async () => {
    const { world, ana, send, left, told } = await stage();
    const called: unknown[] = [];
    world.service.appServices.callFunction = async (token, name, args) => {
      called.push([token, name, args]);
      return succeed({ you: token });
    };
    const answer = await send({ kind: 'function', name: ' whoami ', arguments: ['now', { n: 1 }] });
    const token = world.storedAccessTokenOf(ana);
    expect(called).toEqual([[token, 'whoami', ['now', { n: 1 }]]]);
    expect(answer).toEqual(
      succeed({
        status: 200,
        statusText: 'OK',
        headers: [],
        durationMs: 40,
        byteCount: JSON.stringify({ you: token }).length,
        isCut: false,
        content: { kind: 'text', text: '{"you":"(token)"}' },
      }),
    );
    expect(left()).toEqual({ acceptedCount: 1, carriedCount: 0, listenerCount: 0 });
    expect(told).toEqual([]);
  });

  it('hears that it is to stop', async () => {
    const { world, controller, send } = await stage();
    let isStopped = false;
    world.service.appServices.callFunction = (_token, _name, _args, cancellation) =>
      new Promise((resolve) =>
        cancellation?.addEventListener('abort', () => {
          isStopped = true;
          resolve(fail({ code: 'cancelled' }));
        }),
      );
    const answer = send(call);
    await settled();
    controller.abort();
    expect(await answer).toEqual(fail({ code: 'cancelled' }));
    expect(isStopped).toBe(true);
  });

  it('is not offered by every service', async () => {
    const { world, send, askedOf } = await stage();
    world.hasAppServices = false;
    const before = askedOf();
    expect(await send(call)).toEqual(fail({ code: 'conflict', with: 'notOffered' }));
    expect(askedOf()).toEqual(before);
  });
});

describe('the address of a request', () => {
  const checked = { method: 'GET', headers: {}, body: undefined };

  it.each<[where: string, serviceId: ServiceId, origin: string]>([
    ['the directory’s own', directoryService.id, 'directory://hotseat'],
    ['the first of those that the service has', shop, api],
  ])('is on %s', async (_where, serviceId, origin) => {
    const { ana, requests } = await stage([], serviceId);
    expect(await requests.originsOf(ana)).toEqual(succeed([origin]));
    expect(await requests.addressedTo(ana, ask)).toEqual(succeed({ ...checked, origin, path: '/books' }));
  });

  it('needs nobody to be logged in where the directory is asked', async () => {
    const { switcher, ana, requests } = await stage([], directoryService.id);
    await switcher.logOut(ana);
    expect(await requests.addressedTo(ana, ask)).toMatchObject({ ok: true });
  });

  it('is nowhere for who is not there', async () => {
    const { requests } = await stage();
    expect(await requests.addressedTo(unknownId, ask)).toEqual(fail({ code: 'userNotFound' }));
  });
});
