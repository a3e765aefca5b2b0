import { z } from 'zod';
import { requestBookSchema, type RequestBook } from '../contract/request-views.ts';
import { parseVersioned, type Parsed, type Upgrades } from '../users/stored-registry.ts';

/** Format version of the file; a higher one was written by a newer Hotseat and is left alone. */
const requestBookVersion = 1;

const { past, saved } = requestBookSchema.shape;
const storedSchema = z.object({ version: z.literal(requestBookVersion), past, saved });

const upgrades: Upgrades = {};

export const parseRequestBook = (raw: unknown): Parsed<RequestBook> => {
  const parsed = parseVersioned(raw, { schema: storedSchema, version: requestBookVersion, upgrades });
  return parsed.kind === 'read'
    ? { kind: 'read', value: { past: parsed.value.past, saved: parsed.value.saved } }
    : parsed;
};

export const storedRequestBook = ({
  past: entries,
  saved: kept,
}: RequestBook): z.input<typeof storedSchema> => ({
  version: requestBookVersion,
  past: entries,
  saved: kept,
});
