import { describe, expect, it } from 'vitest';
import { isFromOwnWindow } from './sender-gate.ts';

const own = { name: 'our window' };
const page = { parent: null, origin: 'app://hotseat', url: 'app://hotseat/index.html' };

describe('the sender gate (F3)', () => {
  it('hears the main frame of our window', () => {
    expect(isFromOwnWindow({ sender: own, senderFrame: page }, own)).toBe(true);
  });

  it.each([
    ['no frame any more', own, null],
    ['a subframe', own, { ...page, parent: page }],
    ['an opaque origin', own, { ...page, origin: 'null' }],
    ['a blank page with our origin', own, { ...page, url: 'about:blank' }],
    ['a navigated frame', own, { ...page, origin: 'https://evil.example', url: 'https://evil.example/' }],
    ['an origin that only begins like ours', own, { ...page, origin: 'app://hotseat.evil' }],
    ['the same scheme, another host', own, { ...page, origin: 'app://evil', url: 'app://evil/index.html' }],
    ['another web contents', { name: 'other' }, page],
  ])('does not hear %s', (_title, sender, senderFrame) => {
    expect(isFromOwnWindow({ sender, senderFrame }, own)).toBe(false);
  });

  it('hears nobody when there is no window', () => {
    expect(isFromOwnWindow({ sender: undefined, senderFrame: page }, undefined)).toBe(false);
  });
});
