import { readFile, readdir } from 'node:fs/promises';

/** Linux only: all of this is read from /proc. */
const ticksPerSecond = 100;

/** A process and all below it. */
export const familyOf = async (pid: number): Promise<readonly number[]> => {
  const children = new Map<number, number[]>();
  for (const name of await readdir('/proc')) {
    const stat = /^\d+$/u.test(name) ? await statOf(Number(name)) : undefined;
    if (stat) children.set(stat.parent, [...(children.get(stat.parent) ?? []), Number(name)]);
  }
  const family = [pid];
  for (const member of family) family.push(...(children.get(member) ?? []));
  return family;
};

/** Processor time since their start, of the process alone and of all its family. */
export const processorSecondsOf = async (pid: number): Promise<{ main: number; all: number }> => {
  let main = 0;
  let all = 0;
  for (const member of await familyOf(pid)) {
    const seconds = ((await statOf(member))?.ticks ?? 0) / ticksPerSecond;
    all += seconds;
    if (member === pid) main = seconds;
  }
  return { main, all };
};

/** Memory of a family: pages that several processes share count as their share in each (proc_pid_smaps(5), Pss). */
export const memoryMbOf = async (pid: number): Promise<number> => {
  let kilobytes = 0;
  for (const member of await familyOf(pid)) {
    const text = await readFile(`/proc/${member}/smaps_rollup`, 'utf8').catch(() => '');
    kilobytes += Number(/^Pss:\s+(\d+) kB$/mu.exec(text)?.[1] ?? 0);
  }
  return kilobytes / 1024;
};

const statOf = async (pid: number): Promise<{ parent: number; ticks: number } | undefined> => {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  // The name in parentheses may hold anything; what follows is fixed (proc_pid_stat(5)).
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) };
};
