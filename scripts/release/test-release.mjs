import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { at, toolNode } from '../project.mjs';
import { run } from '../run.mjs';
import { Stop } from '../script.mjs';
import { publicKeyOf } from './signed-content.mjs';

/**
 * A release key for one run of the tests, and an address on this computer. What is built with it can be updated by a
 * release that is signed as real ones are.
 * @param {string} folder
 */
export async function testRelease(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { privateKey } = generateKeyPairSync('ed25519');
  const [key, updateSource] = [join(folder, 'key.pem'), join(folder, 'update-source.json')];
  writeFileSync(key, String(privateKey.export({ format: 'pem', type: 'pkcs8' })), { mode: 0o600 });
  const url = `http://localhost:${await freePort()}/`;
  writeFileSync(updateSource, JSON.stringify({ url, publicKey: publicKeyOf(privateKey) }));
  return {
    updateSource,
    /**
     * @param {string} from a folder with packages
     * @param {string} version
     */
    sign: async (from, version) => {
      const { exitCode, output } = await run(toolNode, [
        at('scripts', 'release', 'sign-metadata.mjs'),
        '--unofficial',
        `--from=${from}`,
        `--private-key=${key}`,
        `--source=${updateSource}`,
        `--version=${version}`,
      ]);
      if (exitCode !== 0) throw new Stop('The release of the test could not be signed.', output);
    },
  };
}

/** A port that was free a moment ago. */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Stop('There is no free port.');
  return address.port;
}
