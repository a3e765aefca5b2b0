import { afterEach, expect, test } from 'vitest';
import type { AuditEntry } from '../../app/contract/audit-views.ts';
import { entryText, verdictSentence } from './audit-sentences.ts';
import { speech } from './spoken.ts';

afterEach(() => speech.speak('en'));

const nobody = () => undefined;
const at = '2026-01-02T03:04:05.678Z';
const started: AuditEntry = { n: 1, at, event: 'started', by: 'itself' };
const named: AuditEntry = { n: 2, at, event: 'loggedIn', name: 'Ana', by: 'window' };
const nameless: AuditEntry = { n: 3, at, event: 'unlockFailed', by: 'window' };

test('an entry says what happened, and to whom where it happened to somebody', async () => {
  expect(entryText(started, nobody)).toBe('Hotseat started');
  expect(entryText(named, nobody)).toBe('Ana logged in');
  expect(entryText(nameless, nobody)).toBe('An account that is gone not unlocked: wrong PIN or passphrase');
  await speech.speak('de');
  expect(entryText(started, nobody)).toBe('Hotseat wurde gestartet');
  expect(entryText(named, nobody)).toBe('Ana wurde angemeldet');
});

test('a sound trail says how long it is, and how much of it proves less', async () => {
  expect(verdictSentence({ kind: 'sound', count: 1, unkeyed: 0 })).toBe(
    'The one entry is as it was written.',
  );
  expect(verdictSentence({ kind: 'sound', count: 1200, unkeyed: 2 })).toBe(
    'All 1,200 entries are as they were written. Of those, 2 came about without a keyring, so that a skilled change of them would not show.',
  );
  await speech.speak('de');
  expect(verdictSentence({ kind: 'sound', count: 1200, unkeyed: 0 })).toBe(
    'Alle 1.200 Einträge sind, wie sie geschrieben wurden.',
  );
});

test('a changed trail says where, by a number that is no amount', () => {
  expect(verdictSentence({ kind: 'changed', n: 1200 })).toContain('entry 1200 is not as it was written');
});
