import { faultsOf } from './hygiene/lock-file.mjs';
import { at, readJson } from './project.mjs';
import { runTool } from './run.mjs';
import { script, Stop } from './script.mjs';

/** Where packages come from, how they are pinned, what they may do and under which licence; what nobody uses. */
await script(async () => {
  const where = ['--path', at('package-lock.json'), '--type', 'npm'];
  const rules = [
    '--validate-https',
    '--validate-integrity',
    '--validate-package-names',
    '--allowed-hosts',
    'npm',
  ];
  await runTool('lockfile-lint', [...where, ...rules]);
  const faults = faultsOf(
    readJson(at('package-lock.json')).packages,
    readJson(at('package.json')).allowScripts,
  );
  if (faults.length > 0) throw new Stop(faults.join('\n'));
  await runTool('knip', ['--no-progress']);
  return 0;
});
