import { prepareApp } from './prepare.mjs';
import { script } from './script.mjs';
import { runTour } from './guided-tour.mjs';

await script(async () => runTour(await prepareApp()));
