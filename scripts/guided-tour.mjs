import { rmSync } from 'node:fs';
import { runOnDesktop, testEnvironment } from './desktop.mjs';
import { at, toolNode } from './project.mjs';
import { say } from './say.mjs';

const folder = at('out', 'tour');

/**
 * Takes the guided tour on a virtual display and says where its screenshots are.
 * @param {import('./electron-runtime.mjs').ElectronRuntime} runtime
 * @returns {Promise<number>} exit code
 */
export async function runTour(runtime) {
  rmSync(folder, { recursive: true, force: true });
  const exitCode = await runOnDesktop(toolNode, [at('scripts', 'tour-steps.mjs')], testEnvironment(runtime));
  say(exitCode === 0 ? `The screenshots of the tour are in ${folder}` : 'The tour did not come to its end.');
  return exitCode;
}
