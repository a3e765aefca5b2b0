import { expect, test } from 'vitest';
import type { UpdateFault, UpdatesOffReason, UpdateView } from '../../app/contract/update-views.ts';
import { updateSentence } from './update-sentence.ts';

const nowMs = 1_000_000_000;
const sentence = (view: UpdateView): string => updateSentence(view, '1.0.0', nowMs);
const offer = { version: '2.0.0', sizeBytes: 98_000_000 };

test('a build without a release key says so', () => {
  expect(sentence({ kind: 'off', because: 'noKey' })).toBe(
    'This build does not update itself: it has no release key.',
  );
});

test('a package that cannot replace itself says where there is a new one, if it is known', () => {
  expect(sentence({ kind: 'off', because: 'package', origin: 'releases.example.org' })).toContain(
    'at releases.example.org.',
  );
  expect(sentence({ kind: 'off', because: 'package' })).toContain('where this one came from.');
});

test('when it was last checked is told as people say it', () => {
  expect(sentence({ kind: 'idle' })).toContain('not looked');
  expect(sentence({ kind: 'idle', checkedAtMs: nowMs - 5_000 })).toContain('Last checked just now.');
  expect(sentence({ kind: 'idle', checkedAtMs: nowMs - 7_200_000 })).toContain('Last checked 2 hours ago.');
});

test('sizes are in words', () => {
  expect(sentence({ kind: 'available', offer })).toBe('Hotseat 2.0.0 is available (98 MB). You have 1.0.0.');
  expect(sentence({ kind: 'downloading', offer, receivedBytes: 9_000_000 })).toContain('9.0 MB of 98 MB');
});

const faults: Record<UpdateFault, true> = {
  offline: true,
  certificate: true,
  missing: true,
  server: true,
  untrusted: true,
  older: true,
  damaged: true,
  stalled: true,
  diskFull: true,
  notPermitted: true,
  newerVersion: true,
  declined: true,
  unexpected: true,
};
const reasons: Record<UpdatesOffReason, true> = { noKey: true, switch: true, policy: true, package: true };
const keysOf = <Key extends string>(all: Record<Key, true>): readonly Key[] =>
  Object.keys(all).filter((key): key is Key => key in all);

test('every failure and every reason is sentences that end', () => {
  for (const because of keysOf(faults))
    for (const during of ['check', 'download', 'install'] as const)
      expect(sentence({ kind: 'failed', during, because })).toMatch(/^[A-Z].*\.$/u);
  for (const because of keysOf(reasons)) expect(sentence({ kind: 'off', because })).toMatch(/^[A-Z].*\.$/u);
});
