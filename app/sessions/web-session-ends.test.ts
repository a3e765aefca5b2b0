import { expect, it, test } from 'vitest';
import { FakeDisk } from '../testing/fake-disk.ts';
import { someUser } from '../testing/some-user.ts';
import { WebSessionEnds } from './web-session-ends.ts';

const { id: ana } = someUser(1);
const { id: ben } = someUser(2);

/** `noted`: ends that an earlier run left. */
const scene = (noted: readonly (typeof ana)[] = []) => {
  const disk = new FakeDisk();
  for (const userId of [ana, ben]) disk.webSessions.add(userId);
  for (const userId of noted) disk.webSessionEnds.add(userId);
  const warnings: [event: string, detail: unknown][] = [];
  const { webSessions } = disk.ports(() => Promise.resolve());
  const ends = new WebSessionEnds(webSessions, { warn: (event, detail) => warnings.push([event, detail]) });
  return { disk, ends, warnings };
};

it('the end of a web session is due once it was noted, here or by an earlier run, until it came', async () => {
  const { disk, ends, warnings } = scene([ben]);
  await ends.note(ana);
  expect(ends.due()).toEqual([ben, ana]);
  await ends.carryOut(ana);
  expect(ends.due()).toEqual([ben]);
  expect([[...disk.webSessions], [...disk.webSessionEnds], warnings]).toEqual([[ben], [ben], []]);
});

it('nothing ends that is not due', async () => {
  const { disk, ends } = scene([ben]);
  await ends.carryOut(ana);
  expect([...disk.webSessions]).toEqual([ana, ben]);
});

it('an end that could not be noted comes all the same, and is logged', async () => {
  const { disk, ends, warnings } = scene();
  disk.refused.add('web session noted');
  await ends.note(ana);
  expect(warnings).toEqual([['the end of a web session could not be noted', { code: 'storageUnavailable' }]]);
  await ends.carryOut(ana);
  expect([...disk.webSessions]).toEqual([ben]);
});

it('an end that could not come is logged, and stays due until it comes', async () => {
  const { disk, ends, warnings } = scene();
  await ends.note(ana);
  disk.refused.add('web session');
  await ends.carryOut(ana);
  expect(warnings).toEqual([['a web session could not be ended', { code: 'storageUnavailable' }]]);
  expect([ends.due(), disk.webSessions.has(ana)]).toEqual([[ana], true]);
  disk.refused.clear();
  await ends.carryOut(ana);
  expect([ends.due(), disk.webSessions.has(ana)]).toEqual([[], false]);
});

test.each<[what: string, isRefused: boolean]>([
  ['taken back is due no more', false],
  ['that could not be taken back is due, as the disk says', true],
])('an end that was %s', async (_what, isRefused) => {
  const { disk, ends } = scene();
  await ends.note(ana);
  if (isRefused) disk.refused.add('web session kept');
  await ends.takeBack(ana);
  expect(ends.due()).toEqual(isRefused ? [ana] : []);
  await ends.carryOut(ana);
  expect(disk.webSessions.has(ana)).toBe(!isRefused);
});
