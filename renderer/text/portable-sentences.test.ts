import { afterEach, expect, test } from 'vitest';
import { exportedSentence, importedSentence, importLabel, previewSentence } from './portable-sentences.ts';
import { speech } from './spoken.ts';

afterEach(() => speech.speak('en'));

const leftOut = { anonymous: 0, ofThisComputer: 0, others: 0 };
const preview = { previewId: '1', services: [], newCount: 0, knownCount: 0, refusedCount: 0 };
const service = {
  kind: 'website',
  name: 'Forum',
  address: 'https://forum.example.org/',
  standing: 'new',
  newCount: 0,
  needsClientSecret: false,
} as const;

test('what was exported is counted, and who was left out only where somebody was', () => {
  expect(exportedSentence({ accounts: 1, services: 2, leftOut })).toBe('Exported 1 account and 2 services.');
  expect(
    exportedSentence({ accounts: 3, services: 1, leftOut: { anonymous: 1, ofThisComputer: 2, others: 0 } }),
  ).toBe(
    'Exported 3 accounts and 1 service. Left out: 2 of this computer, which live here only; 1 anonymous.',
  );
});

test('what an import would do is said in full', () => {
  expect(previewSentence(preview)).toBe('The file has no accounts.');
  const said = previewSentence({ ...preview, newCount: 12, knownCount: 1, refusedCount: 2 });
  expect(said).toContain('12 accounts will be added');
  expect(said).toContain('One account is here already');
  expect(said).toContain('2 accounts are not let in');
});

test('the button says what it adds', () => {
  expect(importLabel({ ...preview, newCount: 1 })).toBe('Add 1 account');
  expect(importLabel({ ...preview, services: [service] })).toBe('Add 1 service');
});

test('what was added says what comes next, if somebody can', () => {
  expect(importedSentence(2, 1)).toBe('Added 2 accounts and 1 service. Log in to use them.');
  expect(importedSentence(0, 1)).toBe('Added 0 accounts and 1 service.');
});

test('one of each is one in German too, and thousands are written as there', async () => {
  await speech.speak('de');
  expect(importedSentence(1, 1)).toBe(
    '1 Konto und 1 Dienst hinzugefügt. Melden Sie sich an, um sie zu benutzen.',
  );
  expect(importedSentence(1200, 2)).toContain('1.200 Konten und 2 Dienste hinzugefügt.');
  expect(
    exportedSentence({ accounts: 1, services: 2, leftOut: { anonymous: 1, ofThisComputer: 1, others: 0 } }),
  ).toBe(
    '1 Konto und 2 Dienste exportiert. Ausgelassen: 1 von diesem Computer, das es nur hier gibt; 1 anonymes.',
  );
});
