import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { at, readJson } from '../project.mjs';
import { say } from '../say.mjs';
import { script, Stop } from '../script.mjs';
import { plainNotesOf } from './changelog.mjs';
import { publicKeyOf, readPrivateKey, signatureOf } from './signed-content.mjs';
import { updateMetadataOf } from './update-metadata.mjs';

const { values } = parseArgs({
  options: {
    /** A folder with the packages of one version. */
    from: { type: 'string' },
    /** A file with the private key; without it, the key is read from standard input. */
    'private-key': { type: 'string' },
    /** What the packages are a version of. */
    version: { type: 'string', default: String(readJson(at('package.json')).version) },
    /** What is new, for every version. */
    changelog: { type: 'string', default: at('CHANGELOG.md') },
    /** Offer it to that many of a hundred computers. */
    staging: { type: 'string' },
    /** Whose public half the key has to be. */
    source: { type: 'string', default: at('build', 'update-source.json') },
    /** For tests: packages with an unofficial Electron too. */
    unofficial: { type: 'boolean', default: false },
  },
});

await script(async () => {
  const { from, 'private-key': file, version, changelog, staging, source, unofficial } = values;
  if (from === undefined)
    throw new Stop('Usage: node scripts/release/sign-metadata.mjs --from FOLDER [--private-key FILE]');
  const isStamped = [version, ...readdirSync(from)].some((name) => name.includes('-unofficial'));
  if (isStamped && !unofficial)
    throw new Stop('Packages with an unofficial Electron are not offered to anybody.');
  if (staging !== undefined && !/^(?:\d{1,2}|100)$/u.test(staging))
    throw new Stop('--staging is a whole number from 0 to 100.');
  const key = readPrivateKey(readFileSync(file ?? 0, 'utf8'));
  if (publicKeyOf(key) !== readJson(source).publicKey)
    throw new Stop(`That is not the key whose public half is in ${source}: no build would believe it.`);
  const metadata = await updateMetadataOf(from, {
    version,
    date: new Date(),
    notes: plainNotesOf(readFileSync(changelog, 'utf8'), version),
    ...(staging === undefined ? {} : { stagingPercentage: Number(staging) }),
  });
  if (metadata.size === 0) throw new Stop(`${from} has no package that updates itself.`);
  for (const [name, text] of metadata) {
    writeFileSync(join(from, name), text);
    writeFileSync(join(from, `${name}.sig`), `${signatureOf(key, name, Buffer.from(text))}\n`);
    say(`Signed: ${name}`);
  }
  return 0;
});
