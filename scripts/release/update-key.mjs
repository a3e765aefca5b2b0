import { generateKeyPairSync } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { at } from '../project.mjs';
import { say } from '../say.mjs';
import { script, Stop } from '../script.mjs';
import { publicKeyOf } from './signed-content.mjs';

const { values } = parseArgs({
  options: {
    /** Where the private key goes; keep it away from the project. */
    'private-key': { type: 'string' },
    /** Where releases will be, on https. */
    url: { type: 'string' },
    /** Where the public half goes. */
    source: { type: 'string', default: at('build', 'update-source.json') },
  },
});

await script(async () => {
  const { 'private-key': file, url, source } = values;
  if (file === undefined || url === undefined)
    throw new Stop('Usage: node scripts/release/update-key.mjs --private-key FILE --url https://…/');
  if (!url.startsWith('https://')) throw new Stop('Releases are at an https address.');
  if (existsSync(source))
    throw new Stop(`${source} is there already: with another key no build out there would update any more.`);
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = String(privateKey.export({ format: 'pem', type: 'pkcs8' }));
  writeFileSync(file, pem, { mode: 0o600, flag: 'wx' });
  writeFileSync(source, `${JSON.stringify({ url, publicKey: publicKeyOf(privateKey) }, undefined, 2)}\n`);
  say(
    `The private key is in ${file}: keep it secret, and keep a copy. The public one is in ${source}: commit it.`,
  );
  return 0;
});
