import { describe, expect, it } from 'vitest';
import { pageFailureOf } from './page-failure.ts';
import { restorable, type PageHistory } from './page-history.ts';
import { zoomedBy } from './zoom-steps.ts';

const entry = (path: string, pageState?: string) => ({
  url: `https://own.example/${path}`,
  title: path,
  ...(pageState === undefined ? {} : { pageState }),
});
const elsewhere = { url: 'https://elsewhere.example/', title: 'Elsewhere' };
const isOwn = (url: string) => url.startsWith('https://own.example/');
const historyOf = (entries: PageHistory['entries'], index: number): PageHistory => ({
  entries,
  index,
  zoomPercent: 125,
});

describe('where a workspace is resumed', () => {
  it('is where it was, with its scroll position, its forms and its size', () => {
    const history = historyOf([entry('a', 'state'), entry('b')], 1);
    expect(restorable(history, isOwn)).toEqual(history);
  });

  it('is never outside of the service: the page before is shown, or else the one after', () => {
    expect(restorable(historyOf([entry('a'), elsewhere, entry('b')], 1), isOwn)).toEqual(
      historyOf([entry('a'), entry('b')], 0),
    );
    expect(restorable(historyOf([elsewhere, entry('a')], 0), isOwn)).toEqual(historyOf([entry('a')], 0));
    expect(restorable(historyOf([elsewhere], 0), isOwn)).toBeUndefined();
  });

  it('forgets the state of a page that is too large, and keeps fifty pages around the shown one', () => {
    expect(restorable(historyOf([entry('a', 'x'.repeat(300_000))], 0), isOwn)?.entries).toEqual([entry('a')]);
    const many = Array.from({ length: 120 }, (_none, n) => entry(`${n}`));
    const last = restorable(historyOf(many, 119), isOwn);
    expect([last?.entries.length, last?.entries[last.index]?.title]).toEqual([50, '119']);
    const first = restorable(historyOf(many, 2), isOwn);
    expect([first?.entries.length, first?.entries[first.index]?.title]).toEqual([50, '2']);
  });
});

describe('why a page did not come', () => {
  it.each([
    [-106, 'offline'],
    [-7, 'timedOut'],
    [-202, 'certificate'],
    [-107, 'certificate'],
    [-102, 'unreachable'],
    [-105, 'unreachable'],
    [-324, 'serverError'],
  ] as const)('%i is %s', (code, because) => {
    expect(pageFailureOf(code, true)).toBe(because);
  });

  it('is the connection where there is none', () => {
    expect(pageFailureOf(-105, false)).toBe('offline');
    expect(pageFailureOf(-202, false)).toBe('certificate');
  });

  it('is nothing where it was only given up', () => {
    expect(pageFailureOf(-3, true)).toBeUndefined();
  });
});

describe('the size of a page', () => {
  it('goes in steps from a quarter to five times, and stays at the ends', () => {
    expect([zoomedBy(100, 'in'), zoomedBy(100, 'out')]).toEqual([110, 90]);
    expect([zoomedBy(500, 'in'), zoomedBy(25, 'out')]).toEqual([500, 25]);
    expect([zoomedBy(120, 'in'), zoomedBy(120, 'out')]).toEqual([125, 110]);
  });
});
