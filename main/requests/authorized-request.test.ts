import { afterEach, describe, expect, it } from 'vitest';
import type { ServerResponse } from 'node:http';
import { Stoppable } from '../../app/requests/stoppable.ts';
import { logInByEmail, valueOf } from '../../app/testing/fake-world.ts';
import { settled } from '../../app/testing/manual-timers.ts';
import { unknownId } from '../../app/testing/worlds.ts';
import type { UserId } from '../../app/users/user.ts';
import { openRequestStage, sayingWho, type RequestStage } from './testing/request-stage.ts';

const stages: RequestStage[] = [];
const open = async (): Promise<RequestStage & { readonly ana: UserId; readonly ben: UserId }> => {
  const stage = await openRequestStage('ana@example.org', 'ben@example.org');
  stages.push(stage);
  return Object.assign(stage, { ana: stage.idOf(0), ben: stage.idOf(1) });
};
afterEach(async () => {
  for (const stage of stages.splice(0)) await stage.close();
});

/** Answers when told to; until then each request is held. */
const holding = (stage: RequestStage) => {
  const held: (() => void)[] = [];
  stage.serve = (request, response, subject) => {
    held.push(() => sayingWho(request, response, subject));
  };
  return { held, count: () => held.length };
};

const textOf = async (answer: ReturnType<RequestStage['send']>): Promise<string> => {
  const { content } = valueOf(await answer);
  return content.kind === 'text' ? content.text : content.kind;
};

const errorOf = async (answer: ReturnType<RequestStage['send']>): Promise<string> => {
  const outcome = await answer;
  return outcome.ok ? 'answered' : outcome.error.code;
};

const tokensSent = ({ server }: RequestStage): readonly (string | undefined)[] =>
  server.received.map(({ headers }) => headers.authorization);

describe('a request as a user', () => {
  it('T50: goes as the user that it names, active or not, and as the new one right after a switch', async () => {
    const stage = await open();
    const { switcher, ana, ben } = stage;
    valueOf(await switcher.switchTo(ana));
    for (const userId of [ana, ben]) expect(await textOf(stage.send(userId))).toBe(stage.subjectOf(userId));
    valueOf(await switcher.switchTo(ben));
    expect(await textOf(stage.send(switcher.registry.activeId ?? unknownId))).toBe(stage.subjectOf(ben));
    expect(new Set(tokensSent(stage)).size).toBe(2);
  });

  it('C2, C9: a switch while it is under way changes nothing: the answer is of the user who asked', async () => {
    const stage = await open();
    const { switcher, ana, ben } = stage;
    valueOf(await switcher.switchTo(ana));
    const { held, count } = holding(stage);
    const answer = stage.send(ana);
    await expect.poll(count).toBe(1);
    valueOf(await switcher.switchTo(ben));
    for (const go of held) go();
    expect(await textOf(answer)).toBe(stage.subjectOf(ana));
    expect(stage.server.received).toHaveLength(1);
    expect(stage.told.every(({ userId }) => userId === ana)).toBe(true);
  });

  it('C2, T27: switched away from during the refresh, it is repeated as the same user', async () => {
    const stage = await open();
    const { world, switcher, ana, ben } = stage;
    valueOf(await switcher.switchTo(ana));
    world.service.expireAccessTokens();
    const answer = stage.send(ana);
    valueOf(await switcher.switchTo(ben));
    expect(await textOf(answer)).toBe(stage.subjectOf(ana));
    const used = stage.server.received.length;
    expect(used).toBe(2);
  });

  it('T27: a 401 is refreshed once and the request repeated with the new token; only the second is told', async () => {
    const stage = await open();
    const { world, ana } = stage;
    world.service.expireAccessTokens();
    const request = { method: 'POST', body: 'CANARY-ana-body-1', headers: [{ name: 'X-A', value: 'b' }] };
    expect(await textOf(stage.send(ana, request))).toBe(stage.subjectOf(ana));
    expect(world.service.countOf('refresh')).toBe(1);
    const [first, second, ...more] = tokensSent(stage);
    expect([first === second, more]).toEqual([false, []]);
    expect(stage.server.received).toMatchObject([{ headers: { 'x-a': 'b' } }, { headers: { 'x-a': 'b' } }]);
    expect(stage.told.map(({ part }) => part.kind)).toEqual(['head', 'text']);
  });

  it('T27: a second 401 is the answer, shown like any other, without the token that it repeats', async () => {
    const stage = await open();
    const { world, switcher, ana } = stage;
    stage.serve = (request, response) => {
      response.writeHead(401, { 'x-token': request.headers.authorization ?? '' });
      response.end(`no: ${request.headers.authorization ?? ''}`);
    };
    const answer = valueOf(await stage.send(ana));
    expect(answer).toMatchObject({ status: 401, content: { text: 'no: Bearer (token)' } });
    expect(answer.headers).toContainEqual({ name: 'x-token', value: 'Bearer (token)' });
    expect([stage.server.received.length, world.service.countOf('refresh')]).toEqual([2, 1]);
    expect(JSON.stringify([answer, stage.told])).not.toContain('CANARY');
    expect(switcher.stateOf(ana)).not.toBe('loggedOut');
  });

  it('a 401 where nothing newer is to be had is the answer too', async () => {
    const stage = await open();
    stage.world.service.grants.keepsAccessTokens = true;
    stage.serve = (_request, response) => {
      response.writeHead(401, {});
      response.end('not for you');
    };
    expect(valueOf(await stage.send(stage.ana))).toMatchObject({
      status: 401,
      content: { text: 'not for you' },
    });
    expect(stage.server.received).toHaveLength(1);
    expect(stage.switcher.stateOf(stage.ana)).toBe('inactive');
  });

  it('T28, T31: a refused refresh logs that user out, and nothing is sent again', async () => {
    const stage = await open();
    const { world, switcher, ana, ben } = stage;
    world.service.revokeSessionsOf(stage.subjectOf(ana));
    expect(await errorOf(stage.send(ana))).toBe('userLoggedOut');
    expect([switcher.stateOf(ana), switcher.stateOf(ben)]).toEqual(['loggedOut', 'active']);
    expect(stage.server.received).toHaveLength(1);
  });

  it('C4: a network that fails logs nobody out, and the account says that it is not reached', async () => {
    const stage = await open();
    const { switcher, ana } = stage;
    await stage.close();
    expect(await errorOf(stage.send(ana))).toBe('networkUnavailable');
    expect([switcher.stateOf(ana), switcher.isUnreachable(ana)]).toEqual(['inactive', true]);
  });

  it('who gives up has heard nothing of the service, so it stays as it was', async () => {
    const stage = await open();
    const { world, switcher, ana } = stage;
    world.service.isOffline = true;
    await switcher.callFunction(ana, 'whoami', []);
    world.service.isOffline = false;
    const { count } = holding(stage);
    const work = new Stoppable();
    const answer = stage.send(ana, {}, work);
    await expect.poll(count).toBe(1);
    work.stop({ code: 'cancelled' });
    expect(await errorOf(answer)).toBe('cancelled');
    await settled();
    expect(switcher.isUnreachable(ana)).toBe(true);
    stage.serve = sayingWho;
    await stage.send(ana);
    expect(switcher.isUnreachable(ana)).toBe(false);
  });

  it('C9, T47: whoever logs out gets no answer any more; requests wait for the next login', async () => {
    const stage = await open();
    const { switcher, ana } = stage;
    const { held, count } = holding(stage);
    const answer = stage.send(ana);
    await expect.poll(count).toBe(1);
    const loggedOut = switcher.logOut(ana);
    expect(await errorOf(answer)).toBe('userLoggedOut');
    valueOf(await loggedOut);
    expect(await errorOf(stage.send(ana))).toBe('userLoggedOut');
    for (const go of held) go();
    stage.serve = sayingWho;
    valueOf(await logInByEmail(switcher, 'ana@example.org', ana));
    expect(await textOf(stage.send(ana))).toBe(stage.subjectOf(ana));
    expect(stage.told.map(({ part }) => part.kind)).toEqual(['head', 'text']);
  });

  it('C9: an answer to somebody who logged out and in again meanwhile is dropped', async () => {
    const stage = await open();
    const { switcher, ana } = stage;
    const { held, count } = holding(stage);
    const answer = stage.send(ana);
    await expect.poll(count).toBe(1);
    valueOf(await switcher.logOut(ana));
    valueOf(await logInByEmail(switcher, 'ana@example.org', ana));
    for (const go of held) go();
    expect(await errorOf(answer)).toBe('userLoggedOut');
    expect(stage.told).toEqual([]);
  });

  it('C10: whoever is removed while the answer comes is told no more of it', async () => {
    const stage = await open();
    const { switcher, ana } = stage;
    const streams: ServerResponse[] = [];
    stage.serve = (_request, response) => {
      response.writeHead(200, {});
      response.write('first ');
      streams.push(response);
    };
    const answer = stage.send(ana);
    await expect.poll(() => stage.told.length).toBe(2);
    const removed = switcher.remove(ana);
    expect(await errorOf(answer)).toBe('userNotFound');
    for (const stream of streams) stream.end('second');
    valueOf(await removed);
    expect(stage.told).toHaveLength(2);
    expect(await errorOf(stage.send(ana))).toBe('userNotFound');
  });

  it('ends at once when it is cancelled, whatever it waits for', async () => {
    const stage = await open();
    const { count } = holding(stage);
    const work = new Stoppable();
    const answer = stage.send(stage.ana, {}, work);
    await expect.poll(count).toBe(1);
    work.stop({ code: 'cancelled' });
    expect(await errorOf(answer)).toBe('cancelled');
    expect(stage.timers.pendingCount()).toBe(0);
  });

  it.each([
    ['an address elsewhere', { url: 'https://evil.example/' }, 'requestUrl', 'foreign'],
    ['a user in the address', { url: 'https://a@evil.example/' }, 'requestUrl', 'malformed'],
    ['plain http elsewhere', { url: 'http://evil.example/' }, 'requestUrl', 'insecure'],
    ['a method of nobody', { method: 'TRACE' }, 'requestMethod', 'malformed'],
    [
      'a token of its own',
      { headers: [{ name: 'authorization', value: 'x' }] },
      'requestHeaders',
      'malformed',
    ],
    ['a line break', { headers: [{ name: 'X', value: 'a\r\nb' }] }, 'requestHeaders', 'malformed'],
    ['a body that nobody reads', { body: 'x' }, 'requestBody', 'malformed'],
  ])('C8, D9: %s is refused before any token is fetched', async (_title, request, field, problem) => {
    const stage = await open();
    const { world } = stage;
    world.service.expireAccessTokens();
    const before = world.service.requests.length;
    expect(await stage.send(stage.ana, request)).toEqual({
      ok: false,
      error: { code: 'invalidInput', field, problem },
    });
    expect([stage.server.received, world.service.requests.length]).toEqual([[], before]);
  });

  it('needs a user who may act', async () => {
    const stage = await open();
    expect(await errorOf(stage.send(unknownId))).toBe('userNotFound');
    expect(stage.server.received).toEqual([]);
  });

  it('shows no cookie that is set, and no token that comes back in pieces', async () => {
    const stage = await open();
    stage.serve = (request, response) => {
      const said = `you are ${request.headers.authorization ?? ''}!`;
      response.writeHead(200, 'Fine', {
        'set-cookie': ['a=CANARY-server-cookie-1', 'b=CANARY-server-cookie-2'],
      });
      response.write(said.slice(0, 24), () => setImmediate(() => response.end(said.slice(24))));
    };
    const answer = valueOf(await stage.send(stage.ana));
    expect(answer).toMatchObject({ statusText: 'Fine', content: { text: 'you are Bearer (token)!' } });
    expect(answer.headers.filter(({ name }) => name === 'set-cookie')).toEqual([
      { name: 'set-cookie', value: '(hidden)' },
      { name: 'set-cookie', value: '(hidden)' },
    ]);
    expect(JSON.stringify([answer, stage.told])).not.toContain('CANARY');
  });
});

describe('a function as a user', () => {
  const call = (stage: RequestStage, userId: UserId, name = 'whoami') =>
    stage.requests.send({
      userId,
      request: { kind: 'function', name, arguments: [{ $numberLong: '1' }] },
      cancellation: new Stoppable(),
      onAccepted: () => undefined,
      onPart: () => undefined,
    });

  it('answers what it returned, as JSON', async () => {
    const stage = await open();
    expect(valueOf(await call(stage, stage.ben))).toMatchObject({
      status: 200,
      content: { kind: 'text', text: JSON.stringify(stage.subjectOf(stage.ben)) },
    });
  });

  it('answers what it failed with, where the service says so itself', async () => {
    const stage = await open();
    const { failures } = stage.world.service;
    failures.set('callFunction whoami', { code: 'serverError', status: 404, text: 'function not found' });
    expect(valueOf(await call(stage, stage.ana))).toMatchObject({
      status: 404,
      content: { text: 'function not found' },
    });
    failures.set('callFunction whoami', { code: 'serverError', status: 200, problem: 'otherProtocol' });
    expect(await errorOf(call(stage, stage.ana))).toBe('serverError');
    failures.set('callFunction whoami', { code: 'networkUnavailable' });
    expect(await errorOf(call(stage, stage.ana))).toBe('networkUnavailable');
  });

  it('is refused where the service has none, or the name is no name', async () => {
    const stage = await open();
    expect(await call(stage, stage.ana, '../x')).toMatchObject({ error: { field: 'functionName' } });
    stage.world.hasAppServices = false;
    expect(await call(stage, stage.ana)).toMatchObject({ error: { code: 'conflict', with: 'notOffered' } });
  });
});
