import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { destinationOf, isHere, mayBeEmbedded } from './navigation-rules.ts';
import type { WorkspacePlace } from './workspace-place.ts';

const place: WorkspacePlace = {
  startUrl: 'https://app.example.test/',
  ownOrigins: ['https://app.example.test'],
  signInOrigins: ['https://id.example.test'],
};
const directory: WorkspacePlace = {
  startUrl: 'directory://hotseat/',
  ownOrigins: ['directory://hotseat'],
  signInOrigins: [],
};
const nobody: ReadonlySet<string> = new Set();

const kindOf = (address: string, also = nobody) => destinationOf(address, place, also).kind;

describe('where an address leads', () => {
  it.each([
    'https://app.example.test/',
    'https://app.example.test:443/a?b#c',
    'https://id.example.test/authorize',
    'blob:https://app.example.test/0f3c',
  ])('F6: %s stays', (address) => {
    expect(kindOf(address)).toBe('here');
  });

  it.each([
    ['https://other.test/page?x=1', 'other.test'],
    ['http://other.test/', 'other.test'],
    ['http://app.example.test/', 'app.example.test'],
    ['https://app.example.test:8443/', 'app.example.test:8443'],
    ['https://app.example.test.evil.test/', 'app.example.test.evil.test'],
    ['https://sub.app.example.test/', 'sub.app.example.test'],
  ])('F6, C8: %s goes to the browser', (address, host) => {
    expect(destinationOf(address, place, nobody)).toEqual({ kind: 'outside', address, host });
  });

  it('F6: mail goes to the mail program', () => {
    const address = 'mailto:ada@example.test?subject=Hello%20there&body=%0A';
    expect(destinationOf(address, place, nobody)).toEqual({ kind: 'outside', address });
  });

  it.each([
    'mailto:ada@example.test?attach=/etc/passwd',
    'mailto:?subject=a&attachment=file:///etc/passwd',
    'https://app.example.test@evil.test/',
    'https://ada:secret@other.test/',
    'https://app.example.test./',
    'https://app.example.test\\@evil.test/',
    'blob:https://id.example.test/0f3c',
    'blob:https://other.test/0f3c',
    'blob:null/0f3c',
    'file:///etc/passwd',
    'data:text/html,hello',
    'javascript:alert(1)',
    'directory://hotseat/',
    'app://hotseat/index.html',
    'smb://other.test/share',
    'ms-msdt:/id',
    'tel:123',
    'chrome://gpu',
    'view-source:https://app.example.test/',
    'about:blank',
    '',
    `https://other.test/${'a'.repeat(20_000)}`,
  ])('F6, C8: %s goes nowhere', (address) => {
    expect(kindOf(address)).toBe('nowhere');
  });

  it('lets in what the person has let in, and nothing that looks like it', () => {
    const also = new Set(['https://other.test']);
    expect(kindOf('https://other.test/page', also)).toBe('here');
    expect(kindOf('https://other.test:8443/', also)).toBe('outside');
    expect(kindOf('http://other.test/', also)).toBe('outside');
    expect(kindOf('blob:https://other.test/0f3c', also)).toBe('nowhere');
  });

  it('F6: keeps the directory’s view with the directory’s own pages', () => {
    expect(isHere('directory://hotseat/', directory)).toBe(true);
    expect(isHere('directory://hotseat.evil/', directory)).toBe(false);
    expect(isHere('https://hotseat/', directory)).toBe(false);
  });

  it('C8: shows what a browser’s parser says is of an origin of the view, and nothing else', () => {
    const here = [...place.ownOrigins, ...place.signInOrigins];
    const prefix = fc.constantFrom(
      ...here,
      'https://app.example.test.',
      'https://app.example.test@',
      'HTTPS:',
    );
    fc.assert(
      fc.property(prefix, fc.string({ unit: 'binary', maxLength: 30 }), (start, rest) => {
        const address = start + rest;
        if (isHere(address, place)) expect(here).toContain(URL.parse(address)?.origin);
      }),
      { numRuns: 20_000 },
    );
  });
});

describe('what a page may embed', () => {
  it('is what anybody serves safely, and what it makes itself', () => {
    for (const address of [
      'https://other.test/',
      'about:blank',
      'about:srcdoc',
      'data:text/html,a',
      'blob:null/1',
    ])
      expect(mayBeEmbedded(address, place), address).toBe(true);
    for (const address of [
      'http://other.test/',
      'file:///etc',
      'directory://hotseat/',
      'app://hotseat/',
      'chrome://gpu',
    ])
      expect(mayBeEmbedded(address, place), address).toBe(false);
  });

  it('is only its own for the directory’s page', () => {
    expect(mayBeEmbedded('directory://hotseat/x', directory)).toBe(true);
    for (const address of ['https://other.test/', 'about:blank', 'data:text/html,a'])
      expect(mayBeEmbedded(address, directory), address).toBe(false);
  });
});
