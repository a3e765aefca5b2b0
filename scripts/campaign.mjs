import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { runPlaywright } from './playwright.mjs';
import { prepareApp } from './prepare.mjs';
import { at, readJson, toolEntry, toolNode } from './project.mjs';
import { run, runTool } from './run.mjs';
import { step } from './say.mjs';
import { script, Stop } from './script.mjs';
import { campaignPackages, installSystemPackages } from './system-packages.mjs';

/**
 * The fault campaign: `npm run campaign [-- --only store,app,field] [--seed 7]`. Runs every test, those of the
 * campaign at their full size, and writes docs/reliability.md.
 *
 * - `store`: unit and integration tests, with the real stores in Node
 * - `app`: end-to-end tests in the real app
 * - `field`: the campaign in the real app
 * @typedef {import('./electron-runtime.mjs').ElectronRuntime} ElectronRuntime
 */

/** @typedef {{ runtime: ElectronRuntime, reportFile: string, env: Record<string, string> }} PartJob */

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
  app: { title: 'End-to-end tests in the real app', program: 'playwright', run: inRealApp('app') },
  field: { title: 'The campaign in the real app', program: 'playwright', run: inRealApp('campaign') },
};

/**
 * @param {string} project
 * @returns {(job: PartJob) => Promise<number>}
 */
function inRealApp(project) {
  return ({ runtime, reportFile, env }) =>
    runPlaywright(runtime, [`--project=${project}`], { ...env, HOTSEAT_TEST_REPORT: reportFile });
}

function options() {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', multiple: true, default: [] },
      seed: { type: 'string', default: process.env['HOTSEAT_SEED'] ?? '20261124' },
    },
  });
  const chosen = values.only.flatMap((names) => names.split(','));
  const unknown = chosen.filter((name) => !(name in parts));
  if (unknown.length > 0)
    throw new Stop(`No such part: ${unknown.join(', ')}. There are: ${Object.keys(parts).join(', ')}`);
  const seed = Number(values.seed);
  if (!Number.isSafeInteger(seed)) throw new Stop(`The seed is a whole number, not ${values.seed}.`);
  return { chosen: chosen.length > 0 ? chosen : Object.keys(parts), seed };
}

async function commit() {
  const id = await git('rev-parse', '--short', 'HEAD');
  return { id: id.trim(), isChanged: (await git('status', '--porcelain')).trim() !== '' };
}

/** @param {string[]} args */
async function git(...args) {
  const { exitCode, output } = await run('git', args);
  return exitCode === 0 ? output : 'unknown';
}

await script(async () => {
  const { chosen, seed } = options();
  const startedAtMs = Date.now();
  const runtime = await prepareApp();
  await installSystemPackages(campaignPackages);
  const folder = at('test-results', 'fault-campaign');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const tallyFile = at('test-results', 'fault-campaign', 'tallies.jsonl');
  const env = { HOTSEAT_CAMPAIGN_TALLY: tallyFile, HOTSEAT_SEED: String(seed) };
  const found = await commit();
  const done = [];
  for (const [name, part] of Object.entries(parts)) {
    const reportFile = at('test-results', 'fault-campaign', `${name}.json`);
    if (!chosen.includes(name)) {
      done.push({ name, program: part.program });
      continue;
    }
    const outcome = (/** @type {number} */ exitCode) => (exitCode === 0 ? 'done' : 'with failures');
    const action = () => part.run({ runtime, reportFile, env });
    const exitCode = await step(part.title, action, { isLive: true, outcome });
    done.push({ name, program: part.program, ran: { reportFile, exitCode } });
  }
  const job = {
    startedAtMs,
    tookMs: Date.now() - startedAtMs,
    hotseatVersion: readJson(at('package.json')).version,
    commit: found,
    electron: { version: runtime.version, isOfficial: runtime.isOfficial },
    seed,
    tallyFile,
    document: at('docs', 'reliability.md'),
    parts: done,
  };
  const jobFile = at('test-results', 'fault-campaign', 'job.json');
  writeFileSync(jobFile, JSON.stringify(job));
  const { exitCode, output } = await run(toolNode, [at('campaign', 'write-report.ts'), jobFile]);
  process.stdout.write(output);
  await runTool('prettier', ['--write', '--log-level=warn', at('docs', 'reliability.md')]);
  return exitCode;
});
