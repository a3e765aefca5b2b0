import type { BoundedFetch } from '../network/bounded-fetch.ts';
import type { Version } from '../../app/updates/version.ts';
import { isSigned } from './metadata-signature.ts';
import type { SeenVersions } from './seen-versions.ts';
import { faultOfReport, UpdateFailure } from './update-failure.ts';
import { readMetadata, refuseOtherKinds, type UpdateMetadata } from './update-metadata.ts';
import type { UpdateSource } from './update-source.ts';

export interface TrustedMetadataParts {
  readonly source: UpdateSource;
  readonly fetch: BoundedFetch;
  readonly running: Version;
  readonly seen: SeenVersions;
  /** YAML as electron-updater reads it. */
  readonly parse: (text: string) => unknown;
}

/**
 * The newest metadata of that name. Nothing in it is parsed before its signature is good, and nothing is taken that
 * is older than what was seen before.
 */
export const readTrustedMetadata = async (
  { source, fetch, running, seen, parse }: TrustedMetadataParts,
  name: string,
): Promise<UpdateMetadata> => {
  if (seen.isNewer) throw new UpdateFailure('newerVersion');
  const content = await fetched(fetch, `${source.url}${name}`, 'missing');
  const signature = await fetched(fetch, `${source.url}${name}.sig`, 'untrusted');
  if (!isSigned(source.publicKey, { name, content }, signature.toString('latin1')))
    throw new UpdateFailure('untrusted');
  const { metadata, version } = readMetadata(parsedBy(parse, content.toString('utf8')));
  refuseOtherKinds(running, version);
  if (seen.isOlderThanSeen(version)) throw new UpdateFailure('older');
  const noted = await seen.see(metadata.version);
  if (!noted.ok) throw new UpdateFailure(faultOfReport(noted.error));
  return metadata;
};

const parsedBy = (parse: TrustedMetadataParts['parse'], text: string): unknown => {
  try {
    return parse(text);
  } catch (cause) {
    throw new UpdateFailure('untrusted', { cause });
  }
};

const fetched = async (
  fetch: BoundedFetch,
  url: string,
  whereMissing: 'missing' | 'untrusted',
): Promise<Buffer> => {
  const answer = await fetch(url);
  if (answer.status === 404 || answer.status === 410) throw new UpdateFailure(whereMissing);
  if (answer.status !== 200) throw new UpdateFailure('server');
  return Buffer.from(await answer.arrayBuffer());
};
