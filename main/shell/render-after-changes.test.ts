import { beforeEach, expect, test } from 'vitest';
import { createManualTimers, type ManualTimers } from '../../app/testing/manual-timers.ts';
import { renderAfterChanges, type Rendering } from './render-after-changes.ts';

let timers: ManualTimers;
let state: { name: string };
let rendered: string[];
let rendering: Rendering;

beforeEach(() => {
  timers = createManualTimers();
  state = { name: 'Ana' };
  rendered = [];
  rendering = renderAfterChanges(
    () => state,
    ({ name }) => rendered.push(name),
    timers,
  );
});

const change = (name: string): void => {
  state = { name };
  rendering.invalidate();
};

test('a burst is rendered once, as it is after it', async () => {
  for (const name of ['Ben', 'Cem', 'Dora']) change(name);
  expect(rendered).toEqual([]);
  await timers.advance(150);
  expect(rendered).toEqual(['Dora']);
  expect(timers.pendingCount()).toBe(0);
});

test('what looks the same is not rendered again, unless the system has changed it', async () => {
  rendering.flush();
  change('Ana');
  await timers.advance(1_000);
  expect(rendered).toEqual(['Ana']);
  rendering.redraw();
  await timers.advance(1_000);
  expect(rendered).toEqual(['Ana', 'Ana']);
});

test('what cannot wait is rendered at once, and not a second time later', async () => {
  change('Ben');
  rendering.flush();
  expect(rendered).toEqual(['Ben']);
  expect(timers.pendingCount()).toBe(0);
  await timers.advance(1_000);
  expect(rendered).toEqual(['Ben']);
});
