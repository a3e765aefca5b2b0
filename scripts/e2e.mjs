import { runPlaywright } from './playwright.mjs';
import { prepareApp } from './prepare.mjs';
import { script } from './script.mjs';

await script(async () => runPlaywright(await prepareApp(), ['--project=app', ...process.argv.slice(2)]));
