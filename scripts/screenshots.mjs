import { runOnDesktop, testEnvironment } from './desktop.mjs';
import { prepareApp } from './prepare.mjs';
import { at, toolNode } from './project.mjs';
import { script } from './script.mjs';

await script(async () =>
  runOnDesktop(toolNode, [at('scripts', 'screenshot-steps.mjs')], testEnvironment(await prepareApp())),
);
