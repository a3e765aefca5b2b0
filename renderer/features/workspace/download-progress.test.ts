import { expect, test } from 'vitest';
import type { DownloadView } from '../../../app/contract/workspace-views.ts';
import { downloadState, progressOf } from './download-progress.ts';

const download = (part: Partial<DownloadView>): DownloadView => ({
  id: 'one',
  fileName: 'report.pdf',
  receivedBytes: 0,
  state: 'running',
  ...part,
});

test('the progress is that of all that are under way together', () => {
  expect(
    progressOf([
      download({ receivedBytes: 10, totalBytes: 100 }),
      download({ receivedBytes: 290, totalBytes: 300 }),
      download({ receivedBytes: 500, totalBytes: 500, state: 'done' }),
      download({ receivedBytes: 7 }),
    ]),
  ).toBe(75);
});

test('there is none where nothing is under way, or no server says how much will come', () => {
  expect(progressOf([])).toBeUndefined();
  expect(progressOf([download({ receivedBytes: 5, totalBytes: 5, state: 'done' })])).toBeUndefined();
  expect(progressOf([download({ receivedBytes: 7 })])).toBeUndefined();
  expect(progressOf([download({ totalBytes: 0 })])).toBeUndefined();
});

test('a server that sends more than it said is not past the end', () => {
  expect(progressOf([download({ receivedBytes: 300, totalBytes: 100 })])).toBe(100);
});

test('how a download stands is said in words', () => {
  expect(downloadState(download({ receivedBytes: 1_500, totalBytes: 2_000_000 }))).toBe('1.5 kB of 2.0 MB');
  expect(downloadState(download({ receivedBytes: 999 }))).toBe('999 B');
  expect(downloadState(download({ receivedBytes: 1_234_567, state: 'done' }))).toBe('Done · 1.2 MB');
  expect(downloadState(download({ state: 'failed' }))).toBe('Failed. Start it again on the page.');
  expect(downloadState(download({ state: 'cancelled' }))).toBe('Cancelled');
});
