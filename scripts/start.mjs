import { prepareApp } from './prepare.mjs';
import { at, isRoot } from './project.mjs';
import { runInForeground } from './run.mjs';
import { say } from './say.mjs';
import { script } from './script.mjs';
import { runTour } from './guided-tour.mjs';

const hasDisplay =
  process.platform !== 'linux' ||
  Boolean(process.env['DISPLAY'] ?? '') ||
  Boolean(process.env['WAYLAND_DISPLAY'] ?? '');

await script(async () => {
  const runtime = await prepareApp({ withDesktop: !hasDisplay });
  if (!hasDisplay) {
    say('There is no display here: taking the guided tour on a virtual one instead.');
    return runTour(runtime);
  }
  if (isRoot) say('Running as root, where Electron works only without its sandbox: --no-sandbox is added.');
  say('Opening Hotseat.');
  const switches = isRoot ? ['--no-sandbox'] : [];
  return runInForeground(runtime.executable, [...switches, at(), ...process.argv.slice(2)]);
});
