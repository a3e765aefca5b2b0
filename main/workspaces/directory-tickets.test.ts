import { expect, test } from 'vitest';
import { DirectoryTickets, isOwnPageAsking } from './directory-tickets.ts';

const frame = { origin: 'directory://hotseat', parent: null };

test('only a script of the own page, at the top of its view, is the own page asking', () => {
  expect(isOwnPageAsking({ resourceType: 'xhr', frame })).toBe(true);
  for (const resourceType of ['mainFrame', 'subFrame', 'image', 'script', 'other'] as const)
    expect(isOwnPageAsking({ resourceType, frame }), resourceType).toBe(false);
  for (const origin of ['null', 'directory://other', 'https://hotseat', 'directory://hotseat.example', ''])
    expect(isOwnPageAsking({ resourceType: 'xhr', frame: { origin, parent: null } }), origin).toBe(false);
  expect(isOwnPageAsking({ resourceType: 'xhr', frame: { ...frame, parent: frame } }), 'embedded').toBe(
    false,
  );
  expect(isOwnPageAsking({ resourceType: 'xhr', frame: null }), 'a frame that is gone').toBe(false);
  expect(isOwnPageAsking({ resourceType: 'xhr' }), 'a worker').toBe(false);
});

test('a ticket is good once, and only while its request lasts', () => {
  let count = 0;
  const tickets = new DirectoryTickets(() => `ticket ${(count += 1)}`);
  expect(tickets.redeem('ticket 1'), 'guessed before it was issued').toBeUndefined();
  const ticket = tickets.issue(7);
  const signal = tickets.redeem(ticket);
  expect(signal?.aborted).toBe(false);
  expect(tickets.redeem(ticket)).toBeUndefined();
  tickets.end(8);
  expect(signal?.aborted).toBe(false);
  tickets.end(7);
  expect(signal?.aborted).toBe(true);
  const unused = tickets.issue(9);
  tickets.end(9);
  expect(tickets.redeem(unused)).toBeUndefined();
});
