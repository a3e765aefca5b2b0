import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { parseArguments } from './bench-arguments.ts';
import { tableOf } from './bench-table.ts';
import { isMet, type Finding } from './measure.ts';
import { measures } from './measures.ts';
import { removeSeeds } from './seeded-profile.ts';

const packageSchema = z.object({ version: z.string(), devDependencies: z.record(z.string(), z.string()) });

/** On the desktop that scripts/bench.mjs brings up: takes the measures, prints a table, and keeps it as JSON. */
const main = async (): Promise<number> => {
  const parsed = parseArguments(
    process.argv.slice(2),
    measures.map(({ name }) => name),
  );
  if (parsed.kind === 'refused') {
    console.error(parsed.sentence);
    return 2;
  }
  const { names, sizes } = parsed.value;
  const text = await readFile(resolve(import.meta.dirname, '../package.json'), 'utf8');
  const { version, devDependencies } = packageSchema.parse(JSON.parse(text));
  const machine = {
    processor: cpus()[0]?.model,
    cores: cpus().length,
    memoryMb: Math.round(totalmem() / 1024 ** 2),
    system: `${process.platform} ${process.arch}`,
    load: loadavg().map((load) => Number(load.toFixed(2))),
    node: process.versions.node,
    electron: process.env['HOTSEAT_BENCH_ELECTRON'] ?? 'as installed',
    hotseat: version,
    'realm-web': devDependencies['realm-web'],
  };
  const date = new Date().toISOString();
  const all: (Finding & { readonly measure: string; readonly isMet: boolean | undefined })[] = [];
  let failed = 0;
  try {
    for (const measure of measures.filter(({ name }) => names.includes(name))) {
      console.log(`\n${measure.name}: ${measure.about}`);
      try {
        const findings = await measure.run(sizes.length > 0 ? sizes : measure.sizes, (line) =>
          console.log(`  ${line}`),
        );
        console.log(`\n${tableOf(findings)}`);
        all.push(
          ...findings.map((finding) => ({ measure: measure.name, ...finding, isMet: isMet(finding) })),
        );
      } catch (cause) {
        failed += 1;
        console.error(cause);
      }
    }
  } finally {
    await removeSeeds();
  }
  const folder = join(import.meta.dirname, 'results');
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${date.replaceAll(/[:.]/gu, '-')}.json`);
  await writeFile(
    path,
    `${JSON.stringify({ date, machine, loadAfter: loadavg(), findings: all }, undefined, 2)}\n`,
  );
  console.log(`\n${JSON.stringify(machine)}\nKept in ${path}`);
  return failed === 0 ? 0 : 1;
};

process.exitCode = await main();
