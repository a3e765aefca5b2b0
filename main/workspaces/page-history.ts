import { z } from 'zod';

/** More than a person goes back. Chromium itself keeps fifty. */
const entryLimit = 50;
/** A page's state holds what its fields hold; of one with more than this, only its address is kept. */
const pageStateLimit = 256 * 1024;

export const pageHistorySchema = z.strictObject({
  entries: z
    .array(z.strictObject({ url: z.string(), title: z.string(), pageState: z.string().optional() }))
    .max(entryLimit)
    .readonly(),
  /** Of the entry that was shown. */
  index: z.int().nonnegative(),
  zoomPercent: z.int().min(25).max(500),
});

/** Where a person was in a workspace: scroll position and unsent forms included, as Chromium writes them down. */
export type PageHistory = z.infer<typeof pageHistorySchema>;

type Entry = PageHistory['entries'][number];

/** The part that may come back: what `isInside` says is still of the service. Undefined where nothing is left. */
export const restorable = (
  { entries, index, zoomPercent }: PageHistory,
  isInside: (url: string) => boolean,
): PageHistory | undefined => {
  const kept = entries
    .map((entry, at) => ({ entry, at }))
    .filter(({ entry }) => isInside(entry.url))
    .map(({ entry, at }) => ({ entry: lightened(entry), at }));
  if (kept.length === 0) return undefined;
  // Where the shown entry is out, the one before it is shown, as if the person had gone back.
  const shown = Math.max(
    0,
    kept.findLastIndex(({ at }) => at <= index),
  );
  const first = Math.min(Math.max(0, shown - entryLimit + 1), Math.max(0, kept.length - entryLimit));
  return {
    entries: kept.slice(first, first + entryLimit).map(({ entry }) => entry),
    index: shown - first,
    zoomPercent,
  };
};

const lightened = ({ url, title, pageState }: Entry): Entry =>
  pageState !== undefined && pageState.length <= pageStateLimit ? { url, title, pageState } : { url, title };
