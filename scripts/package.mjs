import { packageApp } from './package-app.mjs';
import { installEverything } from './prepare.mjs';
import { say } from './say.mjs';
import { script } from './script.mjs';

await script(async () => {
  const runtime = await installEverything({ withDesktop: false });
  say(`Packaged in ${await packageApp(runtime, process.argv.slice(2))}`);
  return 0;
});
