/// <reference path="../e2e/fixtures/window.d.ts" />
import { readFile, readdir, rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { launchHotseat } from '../e2e/fixtures/hotseat.ts';

/*
 * What do the sessions of many signed-in users cost while nobody does anything? Users are anonymous accounts of
 * the directory, each with a session of its own on disk. Measured: processor time of all of Hotseat's processes
 * over the time, as a share of one core. Linux only, since it reads /proc.
 */
const users = Number(process.argv[2] ?? 1_000);
const seconds = Number(process.argv[3] ?? 120);
const ticksPerSecond = 100;

/** @param {number} pid @returns {Promise<number[]>} the process and all below it */
const familyOf = async (pid) => {
  /** @type {Map<number, number[]>} */
  const children = new Map();
  for (const name of await readdir('/proc')) {
    const parent = /^\d+$/u.test(name) ? await statOf(Number(name)).then((stat) => stat?.parent) : undefined;
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const family = [pid];
  for (const member of family) family.push(...(children.get(member) ?? []));
  return family;
};

/** @param {number} pid */
const statOf = async (pid) => {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  // The name in parentheses may hold anything; what follows is fixed (proc_pid_stat(5)).
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) };
};

/** @param {number} pid */
const ticksOf = async (pid) => {
  let main = 0;
  let all = 0;
  for (const member of await familyOf(pid)) {
    const ticks = (await statOf(member))?.ticks ?? 0;
    all += ticks;
    if (member === pid) main = ticks;
  }
  return { main, all };
};

const hotseat = await launchHotseat();
try {
  const snapshot = await hotseat.window.evaluate(() => window.hotseat.snapshot());
  const directory = snapshot.ok ? snapshot.value.services[0] : undefined;
  if (!directory) throw new Error('The window has no service yet');
  for (let n = 0; n < users; n += 1) {
    const outcome = await hotseat.window.evaluate(
      ({ attemptId, serviceId }) =>
        window.hotseat.execute('logIn', {
          attemptId,
          serviceId,
          method: { kind: 'anonymous', isReused: false },
        }),
      { attemptId: `user-${n}`, serviceId: directory.id },
    );
    if (!outcome.ok) throw new Error(`User ${n} did not get in: ${outcome.error.code}`);
  }
  await wait(10_000);
  const before = await ticksOf(hotseat.pid);
  await wait(seconds * 1000);
  const after = await ticksOf(hotseat.pid);
  const share = (/** @type {number} */ ticks) => `${((ticks / ticksPerSecond / seconds) * 100).toFixed(2)} %`;
  console.log(
    `${users} signed-in users at rest for ${seconds} s: main ${share(after.main - before.main)} of a core, ` +
      `all processes ${share(after.all - before.all)}`,
  );
} finally {
  await hotseat.close();
  await rm(hotseat.profile, { recursive: true, force: true });
}
