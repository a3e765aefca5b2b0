import { expect, test } from 'vitest';
import { LinkInbox } from './link-inbox.ts';

test('links that come before anybody listens are heard then, in their order, and once', () => {
  const inbox = new LinkInbox();
  inbox.put('a');
  inbox.put('b');
  const heard: string[] = [];
  inbox.open((text) => heard.push(text));
  inbox.put('c');
  expect(heard).toEqual(['a', 'b', 'c']);
});
