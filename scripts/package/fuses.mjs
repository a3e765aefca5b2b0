import { FuseState, FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses';
import { Stop } from '../script.mjs';

/**
 * All of Electron's fuses, as they are burnt into every package. A fuse cannot be lifted by a switch, a variable
 * or a setting, only by changing the program.
 * @type {Record<FuseV1Options, boolean>}
 */
export const fuses = {
  // The program would run anybody's script with its own rights to the keyring.
  [FuseV1Options.RunAsNode]: false,
  // A cookie of a workspace logs in as well as a token does.
  [FuseV1Options.EnableCookieEncryption]: true,
  // NODE_OPTIONS would load code into the process that holds the tokens.
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  // --inspect and SIGUSR1 would open a debugger before Hotseat's own guard runs.
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  // The bundle has to be the one that was packed (macOS and Windows; on Linux Electron has no such check).
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  // A folder beside the archive, or one named on the command line, would run instead.
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  // There is no snapshot of our own, and one that is put there would be code.
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  // Nothing is served by file: pages come by app: and directory: only.
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  // Bounds are checked by the processor; the directory's password hash is WebAssembly.
  [FuseV1Options.WasmTrapHandlers]: true,
};

/**
 * Burns the fuses into a program, and reads them back.
 * @param {string} program
 */
export async function burnFuses(program) {
  await flipFuses(program, {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    resetAdHocDarwinSignature: process.platform === 'darwin',
    ...fuses,
  });
  const wire = new Map(Object.entries(await getCurrentFuseWire(program)));
  const asWanted = Object.entries(fuses).every(
    ([fuse, isOn]) => wire.get(fuse) === (isOn ? FuseState.ENABLE : FuseState.DISABLE),
  );
  if (!asWanted) throw new Stop(`The fuses of ${program} are not as wanted: ${JSON.stringify([...wire])}`);
}
