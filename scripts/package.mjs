import { parseArgs } from 'node:util';
import { linuxTargets } from './package/linux-installers.mjs';
import { makeInstallers, packageApp } from './package-app.mjs';
import { installEverything } from './prepare.mjs';
import { say } from './say.mjs';
import { script, Stop } from './script.mjs';

const { values } = parseArgs({
  options: {
    /** Only the unpacked folder. */
    dir: { type: 'boolean', default: false },
    /** Of Linux's installers only these, separated by commas. */
    targets: { type: 'string' },
  },
});

await script(async () => {
  const wanted = values.targets?.split(',') ?? linuxTargets;
  const unknown = wanted.filter((target) => linuxTargets.every((known) => known !== target));
  if (unknown.length > 0)
    throw new Stop(`No such target: ${unknown.join(', ')}. There are: ${linuxTargets.join(', ')}`);
  const runtime = await installEverything({ withDesktop: false });
  const app = await packageApp(runtime);
  const targets = linuxTargets.filter((target) => wanted.includes(target));
  const files = values.dir ? [] : await makeInstallers(runtime, app, targets);
  say(['Packaged:', app.unpacked, ...files].join('\n    '));
  return 0;
});
