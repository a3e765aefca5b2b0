import type { Hotseat } from '../../e2e/fixtures/hotseat.ts';

/** What main holds after a forced collection. */
export const mainHeapMbOf = ({ app }: Hotseat): Promise<number> =>
  app.evaluate(async () => {
    process.getBuiltinModule('node:v8').setFlagsFromString('--expose-gc');
    const collect: unknown = process.getBuiltinModule('node:vm').runInNewContext('gc');
    for (let turn = 0; turn < 3; turn += 1) {
      if (typeof collect === 'function') collect();
      await new Promise((settle) => setTimeout(settle, 50));
    }
    return process.memoryUsage().heapUsed / 2 ** 20;
  });
