import { expect, it } from 'vitest';
import { succeed, type Outcome } from '../../app/outcome.ts';
import { someUser } from '../../app/testing/some-user.ts';
import { BearerAttachment } from './bearer-attachment.ts';

const own = 'https://shop.example';
const api = 'https://api.example';
const token = 'CANARY-ana-access-4711';
const frame = { origin: own, parent: null, detached: false, isDestroyed: () => false };
const asking = (id: number) =>
  ({ id, url: `${api}/orders`, method: 'GET', resourceType: 'xhr', requestHeaders: {}, frame }) as const;

/** A session's requests, with an access token that comes when the test says so. */
const attachment = () => {
  let arrive = (): void => undefined;
  const rejected: string[] = [];
  const requests = new BearerAttachment({
    userId: someUser(1).id,
    kind: 'appServices',
    ownOrigins: [own],
    bearers: {
      bearerOf: () =>
        new Promise<Outcome<string>>((resolve) => {
          arrive = () => resolve(succeed(token));
        }),
      originsOf: async () => succeed([api]),
      noteRejected: async (_userId, refused) => void rejected.push(refused),
    },
  });
  /** Lets the token come, once it is asked for. */
  const arriving = async (): Promise<void> => {
    await new Promise(setImmediate);
    arrive();
  };
  return { requests, rejected, arriving };
};

it('gives a request the token that comes while it waits, and tells of its refusal once', async () => {
  const { requests, rejected, arriving } = attachment();
  for (const id of [1, 2]) {
    const headers = requests.headersFor(asking(id));
    await arriving();
    expect(await headers).toEqual({ Authorization: `Bearer ${token}` });
    requests.answered(id, 401);
    requests.ended(id);
  }
  expect(rejected).toEqual([token]);
});

it('keeps no token of a request that the page has given up while the token was fetched', async () => {
  const { requests, rejected, arriving } = attachment();
  const headers = requests.headersFor(asking(1));
  requests.ended(1);
  await arriving();
  expect(await headers).toBeUndefined();
  requests.answered(1, 401);
  expect(rejected).toEqual([]);
});

it('takes no listener back from the one that has come in its place while it asked where the API is', async () => {
  const [first, second] = [attachment(), attachment()];
  const found: string[] = [];
  first.requests.onOriginsFound(() => found.push('first'));
  second.requests.onOriginsFound(() => found.push('second'));
  const headers = [first, second].map(({ requests }) => requests.headersFor(asking(1)));
  first.requests.retire();
  await first.arriving();
  await second.arriving();
  await Promise.all(headers);
  expect(found).toEqual(['second']);
});
