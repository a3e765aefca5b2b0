import { build } from './build.mjs';
import { electronRuntime } from './electron-runtime.mjs';
import { installPackages } from './install.mjs';
import { appPackages, desktopPackages, installSystemPackages, requireLibraries } from './system-packages.mjs';

/** Installs whatever the app or its tests need and this computer lacks; quick when nothing is missing. */
export async function installEverything({ withDesktop = true } = {}) {
  await installPackages();
  await installSystemPackages(withDesktop ? [...appPackages, ...desktopPackages] : appPackages);
  const runtime = await electronRuntime();
  await requireLibraries(runtime.executable);
  return runtime;
}

/** Everything installed and the app built. */
export async function prepareApp({ withDesktop = true } = {}) {
  const runtime = await installEverything({ withDesktop });
  await build();
  return runtime;
}
