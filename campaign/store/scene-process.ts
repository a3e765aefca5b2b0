import { writevSync } from 'node:fs';
import { z } from 'zod';
import { sceneNames, scenes, startDesk } from './scenes.ts';

const jobSchema = z.object({ folder: z.string(), scene: z.enum(sceneNames) });
/** What the process is to do, as JSON in its one argument. */
export type SceneJob = z.infer<typeof jobSchema>;

/**
 * Hotseat's core over its real stores in a process of its own: starts on the folder, plays the scene, and says what
 * it came to, `done` or the code of its error, before what follows it. Run it with `--import` of the Electron
 * stand-in.
 */
const job = jobSchema.parse(JSON.parse(process.argv[2] ?? ''));
const scene = scenes[job.scene];
const { switcher } = await startDesk(job.folder, scene);
const outcome = await scene.perform(switcher);
// Two pieces, so that it is a call of its own kind: whatever befalls calls to the store does not befall this.
writevSync(1, [Buffer.from(outcome.ok ? 'done' : outcome.error.code), Buffer.from('\n')]);
await switcher.close();
