import { z } from 'zod';
import type { UpdateOffer } from '../../app/contract/update-views.ts';
import { isMeantFor, parseVersion, type Version } from '../../app/updates/version.ts';
import { UpdateFailure } from './update-failure.ts';

/** A plain name, beside the metadata: nothing that leads elsewhere, on any system. */
const fileName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._+-]{0,199}$/u);
/** 64 bytes in base64. */
const sha512 = z.string().regex(/^[A-Za-z0-9+/]{86}==$/u);

/** What is believed of latest*.yml, once its signature is good. Beyond a gigabyte it is no Hotseat. */
const metadataSchema = z.object({
  version: z.string().max(100),
  files: z
    .array(z.object({ url: fileName, sha512, size: z.int().positive().max(1_000_000_000) }))
    .min(1)
    .max(32),
  releaseNotes: z.string().max(20_000).nullish(),
  releaseDate: z.string().max(100).optional(),
  stagingPercentage: z.number().min(0).max(100).optional(),
  minimumSystemVersion: z.string().max(100).optional(),
});
/** As electron-updater wants it; `path` and `sha512` at the top are for its versions of long ago. */
export type UpdateMetadata = z.infer<typeof metadataSchema> & {
  readonly path: string;
  readonly sha512: string;
  readonly releaseDate: string;
};

/** Takes nothing that is not asked for above: no installer from the web, no other address, no other checksum. */
export const readMetadata = (
  raw: unknown,
): { readonly metadata: UpdateMetadata; readonly version: Version } => {
  const parsed = metadataSchema.safeParse(raw);
  const [first] = parsed.data?.files ?? [];
  const version = parseVersion(parsed.data?.version ?? '');
  if (!parsed.success || !first || !version) throw new UpdateFailure('untrusted');
  const { releaseDate = '', ...rest } = parsed.data;
  return { metadata: { ...rest, releaseDate, path: first.url, sha512: first.sha512 }, version };
};

/** A release is never led to a pre-release. */
export const refuseOtherKinds = (running: Version, offered: Version): void => {
  if (!isMeantFor(running, offered)) throw new UpdateFailure('untrusted');
};

/** What the person is told of a version, by the file that would be downloaded for this computer. */
export const offerOf = (
  { version, files, releaseNotes }: Pick<UpdateMetadata, 'version' | 'files' | 'releaseNotes'>,
  name: string,
): UpdateOffer => {
  const file = files.find(({ url }) => url === name);
  if (!file) throw new UpdateFailure('missing');
  const notes = releaseNotes?.trim();
  return { version, sizeBytes: file.size, ...(notes ? { notes } : {}) };
};
