import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Stop } from '../script.mjs';

/**
 * Which packages each metadata file names, as electron-updater asks for it: by system, on Linux by processor too. A
 * portable program, an archive and a disk image replace nothing by themselves.
 */
const channels = [
  { name: 'latest-linux.yml', takes: /-linux-(?:x64|x86_64|amd64)\.(?:AppImage|deb|rpm)$/u },
  { name: 'latest-linux-arm64.yml', takes: /-linux-(?:arm64|aarch64)\.(?:AppImage|deb|rpm)$/u },
  { name: 'latest.yml', takes: /-win-(?:x64|arm64)\.exe$/u },
  { name: 'latest-mac.yml', takes: /-mac-[a-z0-9]+\.zip$/u },
];

/**
 * The metadata of all packages of a folder, by file name.
 * @param {string} folder
 * @param {object} release
 * @param {string} release.version
 * @param {string | undefined} release.notes what is new, in plain text
 * @param {number} [release.stagingPercentage] to how many of a hundred computers it is offered
 * @param {Date} release.date
 * @returns {Promise<Map<string, string>>}
 */
export async function updateMetadataOf(folder, { version, notes, stagingPercentage, date }) {
  const names = readdirSync(folder).toSorted();
  /** @type {Map<string, string>} */
  const made = new Map();
  for (const channel of channels) {
    const files = [];
    for (const url of names.filter((name) => channel.takes.test(name)))
      files.push({ url, sha512: await sha512Of(join(folder, url)), size: statSync(join(folder, url)).size });
    if (files.length === 0) continue;
    const other = files.find(({ url }) => !url.startsWith(`hotseat-${version}-`));
    if (other !== undefined) throw new Stop(`${other.url} is not of version ${version}.`);
    const metadata = {
      version,
      files,
      ...(notes ? { releaseNotes: notes } : {}),
      releaseDate: date.toISOString(),
      ...(stagingPercentage === undefined ? {} : { stagingPercentage }),
    };
    // JSON is YAML, and says everything in one way only.
    made.set(channel.name, `${JSON.stringify(metadata, undefined, 2)}\n`);
  }
  return made;
}

/** @param {string} file */
async function sha512Of(file) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return hash.digest('base64');
}
