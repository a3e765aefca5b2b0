import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runPlaywright } from './playwright.mjs';
import { prepareApp } from './prepare.mjs';
import { at, readJson, toolEntry, toolNode } from './project.mjs';
import { run, runTool } from './run.mjs';
import { step } from './say.mjs';
import { script, Stop } from './script.mjs';
import { campaignPackages, installSystemPackages } from './system-packages.mjs';

/**
 * The fault campaign: `npm run campaign [-- --only store,killed] [--seed 7] [--share 0.2]`. Runs what belongs to a row of
 * the matrix of faults, the campaign's own tests at their full size or a share of it, and writes docs/reliability.md. Of
 * a part that is not run, it keeps what it found last.
 *
 * - `store`: unit and integration tests, with the real stores in Node
 * - `app`: the end-to-end tests that carry a row of the matrix
 * - `killed`: the real app is killed at any moment
 * - `traced`: the real app is killed at a system call
 * - `flooded`: the real app is asked too much
 * - `soak`: the real app for twenty minutes
 * @typedef {import('./electron-runtime.mjs').ElectronRuntime} ElectronRuntime
 */

/** @typedef {{ runtime: ElectronRuntime, folder: string, reportFile: string, env: Record<string, string> }} PartJob */

/** A row in a title: `A7, A11: …` or `… (F8)`. */
const row = String.raw`\b[A-H]\d{1,2}\b`;

/** @type {Record<string, { title: string, program: 'vitest' | 'playwright', run: (job: PartJob) => Promise<number> }>} */
const parts = {
  store: {
    title: 'Unit and integration tests, and the campaign over the stores',
    program: 'vitest',
    run: async ({ reportFile, env }) => {
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
      const command = [toolEntry('vitest'), 'run', ...reporters];
      return (await run(toolNode, command, { isLive: true, env: { ...process.env, ...env } })).exitCode;
    },
  },
  app: {
    title: 'End-to-end tests in the real app',
    program: 'playwright',
    run: inRealApp('app', `--grep=${row}`),
  },
  killed: {
    title: 'The real app is killed at any moment',
    program: 'playwright',
    run: inRealApp('campaign', 'killed.spec'),
  },
  traced: {
    title: 'The real app is killed at a system call',
    program: 'playwright',
    run: inRealApp('campaign', 'killed-inside-electron.spec'),
  },
  flooded: {
    title: 'The real app is asked too much',
    program: 'playwright',
    run: inRealApp('campaign', 'malformed.spec', 'load.spec'),
  },
  soak: {
    title: 'The real app for a long time',
    program: 'playwright',
    run: inRealApp('campaign', 'soak.spec'),
  },
};

/**
 * @param {string} project
 * @param {string[]} which specs with such a name, or another choice of Playwright's; without any, all of the project
 * @returns {(job: PartJob) => Promise<number>}
 */
function inRealApp(project, ...which) {
  return ({ runtime, folder, reportFile, env }) => {
    const args = [...which, `--project=${project}`, `--output=${join(folder, 'output')}`];
    return runPlaywright(runtime, args, { ...env, HOTSEAT_TEST_REPORT: reportFile });
  };
}

function options() {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', multiple: true, default: [] },
      share: { type: 'string', default: '1' },
      seed: { type: 'string', default: process.env['HOTSEAT_SEED'] ?? '20261124' },
    },
  });
  const chosen = values.only.flatMap((names) => names.split(','));
  const unknown = chosen.filter((name) => !(name in parts));
  if (unknown.length > 0)
    throw new Stop(`No such part: ${unknown.join(', ')}. There are: ${Object.keys(parts).join(', ')}`);
  const seed = Number(values.seed);
  if (!Number.isSafeInteger(seed)) throw new Stop(`The seed is a whole number, not ${values.seed}.`);
  const share = Number(values.share);
  if (!(share > 0 && share <= 1))
    throw new Stop(`The share is a number above 0 and up to 1, not ${values.share}.`);
  return { chosen: chosen.length > 0 ? chosen : Object.keys(parts), seed, share };
}

async function commit() {
  const id = await git('rev-parse', '--short', 'HEAD');
  // What an earlier run has written is no change.
  const changed = await git('status', '--porcelain', '.', ':!docs/reliability.md');
  return { id: id.trim(), isChanged: changed.trim() !== '' };
}

/** @param {string[]} args */
async function git(...args) {
  const { exitCode, output } = await run('git', args);
  return exitCode === 0 ? output : 'unknown';
}

await script(async () => {
  const { chosen, seed, share } = options();
  const runtime = await prepareApp();
  await installSystemPackages(campaignPackages);
  const ranOn = {
    hotseatVersion: readJson(at('package.json')).version,
    commit: await commit(),
    electron: { version: runtime.version, isOfficial: runtime.isOfficial },
    seed,
    share,
  };
  const folder = at('test-results', 'fault-campaign');
  for (const [name, part] of Object.entries(parts).filter(([one]) => chosen.includes(one))) {
    const ownFolder = join(folder, name);
    rmSync(ownFolder, { recursive: true, force: true });
    mkdirSync(ownFolder, { recursive: true });
    const reportFile = join(ownFolder, 'tests.json');
    const tallyFile = join(ownFolder, 'tallies.jsonl');
    const env = {
      HOTSEAT_CAMPAIGN_TALLY: tallyFile,
      HOTSEAT_CAMPAIGN_SHARE: String(share),
      HOTSEAT_SEED: String(seed),
    };
    const startedAtMs = Date.now();
    const outcome = (/** @type {number} */ exitCode) => (exitCode === 0 ? 'done' : 'with failures');
    const action = () => part.run({ runtime, folder: ownFolder, reportFile, env });
    const exitCode = await step(part.title, action, { isLive: true, outcome });
    const ran = { ...ranOn, startedAtMs, tookMs: Date.now() - startedAtMs, exitCode };
    writeFileSync(join(ownFolder, 'ran.json'), JSON.stringify(ran));
  }
  const job = {
    folder,
    document: at('docs', 'reliability.md'),
    parts: Object.entries(parts).map(([name, { program }]) => ({ name, program })),
  };
  const jobFile = join(folder, 'job.json');
  writeFileSync(jobFile, JSON.stringify(job));
  const { exitCode, output } = await run(toolNode, [at('campaign', 'write-report.ts'), jobFile]);
  process.stdout.write(output);
  await runTool('prettier', ['--write', '--log-level=warn', at('docs', 'reliability.md')]);
  return exitCode;
});
