import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { updateViewSchema, type UpdateOffer, type UpdateView } from '../contract/update-views.ts';
import { afterUpdateEvent, type UpdateEvent } from './update-state.ts';

const offer: UpdateOffer = { version: '2.0.0', sizeBytes: 1_000 };
const other: UpdateOffer = { version: '3.0.0', sizeBytes: 2_000 };

const after = (events: readonly UpdateEvent[], from: UpdateView = { kind: 'idle' }): UpdateView =>
  events.reduce(afterUpdateEvent, from);

const untilDownloading: readonly UpdateEvent[] = [
  { kind: 'checkBegan' },
  { kind: 'found', offer },
  { kind: 'downloadBegan' },
];

test('from the check to the installation, one step after another', () => {
  expect(after([{ kind: 'checkBegan' }])).toEqual({ kind: 'checking' });
  expect(after(untilDownloading.slice(0, 2))).toEqual({ kind: 'available', offer });
  expect(after(untilDownloading)).toEqual({ kind: 'downloading', offer, receivedBytes: 0 });
  expect(after([...untilDownloading, { kind: 'downloaded' }])).toEqual({ kind: 'ready', offer });
  expect(after([...untilDownloading, { kind: 'downloaded' }, { kind: 'installBegan' }])).toEqual({
    kind: 'installing',
    offer,
  });
});

test('when it was last checked is known through a check and through one that fails', () => {
  const idle = after([{ kind: 'checkBegan' }, { kind: 'nothingFound', atMs: 5 }]);
  expect(idle).toEqual({ kind: 'idle', checkedAtMs: 5 });
  expect(after([{ kind: 'checkBegan' }], idle)).toEqual({ kind: 'checking', checkedAtMs: 5 });
  expect(after([{ kind: 'checkBegan' }, { kind: 'failed', because: 'offline' }], idle)).toEqual({
    kind: 'failed',
    during: 'check',
    because: 'offline',
    checkedAtMs: 5,
  });
});

test('a version for a newer system is told, and looked for again', () => {
  const tooOld = after([{ kind: 'checkBegan' }, { kind: 'foundForNewerSystem', version: '9.0.0', atMs: 7 }]);
  expect(tooOld).toEqual({ kind: 'systemTooOld', version: '9.0.0', checkedAtMs: 7 });
  expect(after([{ kind: 'checkBegan' }], tooOld).kind).toBe('checking');
});

test('progress only rises, and never beyond the whole', () => {
  const bytes = (...counts: readonly number[]) =>
    after([...untilDownloading, ...counts.map((count) => ({ kind: 'received' as const, bytes: count }))]);
  expect(bytes(400, 300)).toMatchObject({ receivedBytes: 400 });
  expect(bytes(5_000)).toMatchObject({ receivedBytes: 1_000 });
});

test('who cancels the download, or sees it fail, can begin again', () => {
  expect(after([...untilDownloading, { kind: 'downloadCancelled' }])).toEqual({ kind: 'available', offer });
  const failed = after([...untilDownloading, { kind: 'failed', because: 'damaged' }]);
  expect(failed).toEqual({ kind: 'failed', during: 'download', because: 'damaged', offer });
  expect(after([{ kind: 'downloadBegan' }], failed)).toEqual({
    kind: 'downloading',
    offer,
    receivedBytes: 0,
  });
});

test('a check disturbs neither a download nor a version that is ready', () => {
  for (const from of [
    after(untilDownloading),
    after([...untilDownloading, { kind: 'downloaded' }]),
    { kind: 'installing', offer },
  ] satisfies readonly UpdateView[])
    expect(after([{ kind: 'checkBegan' }, { kind: 'found', offer: other }], from)).toBe(from);
});

test('what is off stays off, whatever happens', () => {
  const off: UpdateView = { kind: 'off', because: 'policy' };
  fc.assert(
    fc.property(fc.array(events), (history) => {
      expect(after(history, off)).toBe(off);
    }),
  );
});

const events: fc.Arbitrary<UpdateEvent> = fc.oneof(
  fc.constantFrom<UpdateEvent>(
    { kind: 'checkBegan' },
    { kind: 'found', offer },
    { kind: 'found', offer: other },
    { kind: 'foundForNewerSystem', version: '9.0.0', atMs: 7 },
    { kind: 'downloadBegan' },
    { kind: 'downloadCancelled' },
    { kind: 'downloaded' },
    { kind: 'installBegan' },
    { kind: 'failed', because: 'offline' },
  ),
  fc.nat(5_000).map((bytes) => ({ kind: 'received' as const, bytes })),
  fc.nat().map((atMs) => ({ kind: 'nothingFound' as const, atMs })),
);

test('any history leaves a view of the contract, and nothing is ready that was not downloaded', () => {
  fc.assert(
    fc.property(fc.array(events, { maxLength: 40 }), (history) => {
      let view: UpdateView = { kind: 'idle' };
      for (const event of history) {
        const next = afterUpdateEvent(view, event);
        if (next.kind === 'ready' && view.kind !== 'ready')
          expect([view.kind, event.kind]).toEqual(['downloading', 'downloaded']);
        if (next.kind === 'installing' && view.kind !== 'installing')
          expect([view.kind, event.kind]).toEqual(['ready', 'installBegan']);
        view = next;
        updateViewSchema.parse(view);
      }
    }),
  );
});
