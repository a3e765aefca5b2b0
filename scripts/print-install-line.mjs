import { script } from './script.mjs';
import { say } from './say.mjs';
import { appPackages, desktopPackages, installLine } from './system-packages.mjs';

await script(async () => {
  say(await installLine([...appPackages, ...desktopPackages]));
  return 0;
});
