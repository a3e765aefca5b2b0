import { existsSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { installPackages } from './install.mjs';
import { folderFor, makeInstallers, packageApp, packagedProgram } from './package-app.mjs';
import { runPlaywright } from './playwright.mjs';
import { installEverything } from './prepare.mjs';
import { at, readJson, toolEntry, toolNode } from './project.mjs';
import { run, runTool } from './run.mjs';
import { say, step } from './say.mjs';
import { sayFailure, script, Stop } from './script.mjs';
import { administratorPackages, installSystemPackages, whyNoDebs } from './system-packages.mjs';
import { testRelease } from './release/test-release.mjs';
import {
  countLine,
  countOfRun,
  countPlaywright,
  countVitest,
  exitCodeOf,
  oneFailed,
  onePassed,
  sum,
} from './test-count.mjs';

/**
 * @typedef {import('./electron-runtime.mjs').ElectronRuntime} ElectronRuntime
 * @typedef {import('./test-count.mjs').Count} Count
 */

/** @type {Record<string, (runtime: ElectronRuntime | undefined) => Promise<Count>>} */
const parts = {
  hygiene: async () => {
    await step('Packages and what nobody uses', async () => {
      const { exitCode, output } = await run(toolNode, [at('scripts', 'hygiene.mjs')]);
      if (exitCode !== 0) throw new Stop('The packages or the code are not tidy.', output);
    });
    return onePassed;
  },
  types: () => tool('Types', 'typescript', ['-b']),
  lint: () => tool('Lint', 'oxlint', ['--type-aware', '--deny-warnings']),
  format: () => tool('Format', 'prettier', ['--check', '.', '--log-level=warn']),
  unit: () =>
    counted('Unit and integration tests', 'unit', countVitest, async (report) => {
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
      return (await run(toolNode, [toolEntry('vitest'), 'run', ...reporters], { isLive: true })).exitCode;
    }),
  build: async () => {
    await built();
    return onePassed;
  },
  e2e: async (runtime) => {
    await built();
    return endToEnd('End-to-end tests in the real app', 'app', required(runtime));
  },
  package: async (runtime) => {
    await packageApp(required(runtime));
    return onePassed;
  },
  packaged: (runtime) => {
    const packaged = packagedProgram(folderFor(required(runtime)));
    return endToEnd('The packaged app', 'packaged', required(runtime), { HOTSEAT_TEST_PACKAGED: packaged });
  },
  installed: async (runtime) => {
    const hindrance = whyNoDebs();
    if (hindrance !== undefined) {
      say(`The installed app: not run, ${hindrance}`);
      return { passed: 0, failed: 0, skipped: 1 };
    }
    await installSystemPackages(administratorPackages);
    const { updateSource, sign } = await testRelease(at('release', 'test-key'));
    const older = await debOf(required(runtime), { folder: at('release', 'older'), updateSource });
    const folder = at('release', 'newer');
    const newer = await debOf(required(runtime), { version: newerVersion, folder, updateSource });
    await sign(folder, newer.version);
    return endToEnd('The installed app', 'installed', required(runtime), {
      HOTSEAT_TEST_DEB: older.file,
      HOTSEAT_TEST_NEWER_DEB: newer.file,
      HOTSEAT_TEST_UPDATE_SOURCE: updateSource,
    });
  },
};

/** A version that no release will have, to upgrade to. */
const newerVersion = '9999.0.0';

/**
 * @param {ElectronRuntime} runtime
 * @param {import('./package-app.mjs').PackageOptions} options
 */
async function debOf(runtime, options) {
  const app = await packageApp(runtime, options);
  const [file] = await makeInstallers(runtime, app, ['deb']);
  if (file === undefined) throw new Stop('No deb was made.');
  return { file, version: app.version };
}

/** @type {Promise<void> | undefined} */
let building;

/** The app built once, or the same failure for all who need it. */
const built = () => (building ??= build());

/**
 * @param {string} title
 * @param {string} packageName
 * @param {string[]} args
 */
async function tool(title, packageName, args) {
  await step(title, () => runTool(packageName, args));
  return onePassed;
}

/**
 * @param {string} title
 * @param {string} project
 * @param {ElectronRuntime} runtime
 * @param {Record<string, string>} [env]
 */
const endToEnd = (title, project, runtime, env) =>
  counted(title, project, countPlaywright, (report) =>
    runPlaywright(runtime, [`--project=${project}`], { ...env, HOTSEAT_TEST_REPORT: report }),
  );

/**
 * Runs a test program that counts by itself and leaves a report.
 * @param {string} title
 * @param {string} name
 * @param {(report: unknown) => Count} countIn
 * @param {(report: string) => Promise<number>} runTests
 */
function counted(title, name, countIn, runTests) {
  const report = at('test-results', `${name}.json`);
  const action = async () => {
    rmSync(report, { force: true });
    const exitCode = await runTests(report);
    return countOfRun(existsSync(report) ? countIn(readJson(report)) : undefined, exitCode);
  };
  return step(title, action, { isLive: true, outcome: countLine });
}

/** @param {ElectronRuntime | undefined} runtime */
function required(runtime) {
  if (runtime === undefined) throw new Stop('Not run: there is no Electron to run it in.');
  return runtime;
}

/**
 * A part that dies counts as one failure, and the others go on.
 * @template T
 * @param {() => Promise<T>} action
 * @returns {Promise<T | undefined>}
 */
async function surviving(action) {
  try {
    return await action();
  } catch (error) {
    sayFailure(error);
    return undefined;
  }
}

/** @returns {string[]} the names of the parts to run: those after `--only`, or all */
function chosenParts() {
  const { values } = parseArgs({ options: { only: { type: 'string', multiple: true, default: [] } } });
  const chosen = values.only.flatMap((names) => names.split(','));
  const unknown = chosen.filter((name) => !(name in parts));
  if (unknown.length > 0)
    throw new Stop(`No such part: ${unknown.join(', ')}. There are: ${Object.keys(parts).join(', ')}`);
  return chosen.length > 0 ? chosen : Object.keys(parts);
}

await script(async () => {
  const chosen = chosenParts();
  /** @type {Count[]} */
  const counts = [];
  /** @type {string[]} */
  const failed = [];
  const isInstalled = await surviving(async () => {
    await installPackages();
    return true;
  });
  if (isInstalled) {
    const runtime = await surviving(() => installEverything());
    for (const name of chosen) {
      const count = (await surviving(async () => parts[name]?.(runtime))) ?? oneFailed;
      counts.push(count);
      if (count.failed > 0) failed.push(name);
    }
  } else {
    counts.push(oneFailed);
  }
  const total = sum(counts);
  say(failed.length > 0 ? `\nFailed: ${failed.join(', ')}` : '');
  say(countLine(total));
  return exitCodeOf(total);
});
