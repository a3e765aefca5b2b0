import { runPlaywright } from './playwright.mjs';
import { prepareApp } from './prepare.mjs';
import { script } from './script.mjs';

const args = process.argv.slice(2);
const project = args.some((arg) => arg.startsWith('--project')) ? [] : ['--project=app'];

await script(async () => runPlaywright(await prepareApp(), [...project, ...args]));
