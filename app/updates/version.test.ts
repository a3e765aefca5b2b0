import { expect, test } from 'vitest';
import { compareVersions, isMeantFor, parseVersion, type Version } from './version.ts';

const version = (text: string): Version => {
  const parsed = parseVersion(text);
  if (!parsed) throw new Error(`${text} is no version`);
  return parsed;
};

/** The example of SemVer 2.0.0, section 11, and more, in order. */
const inOrder = [
  '0.0.1',
  '0.9.9',
  '1.0.0-alpha',
  '1.0.0-alpha.1',
  '1.0.0-alpha.beta',
  '1.0.0-beta',
  '1.0.0-beta.2',
  '1.0.0-beta.11',
  '1.0.0-rc.1',
  '1.0.0',
  '1.0.10',
  '1.2.0',
  '1.10.0',
  '2.0.0-0.3.7',
  '2.0.0',
];

test('versions are in the order of SemVer', () => {
  for (const [index, one] of inOrder.entries())
    for (const [otherIndex, other] of inOrder.entries())
      expect(Math.sign(compareVersions(version(one), version(other))), `${one} and ${other}`).toBe(
        Math.sign(index - otherIndex),
      );
});

test('what follows a plus says nothing about order', () => {
  expect(compareVersions(version('1.0.0+5'), version('1.0.0+7'))).toBe(0);
});

test.each([
  '',
  '1',
  '1.2',
  'v1.2.3',
  '1.2.3.4',
  '01.2.3',
  '1.2.3-',
  '1.2.3-01',
  '1.2.3 ',
  '1.2.3-a..b',
  '９.0.0',
])('%j is no version', (text) => {
  expect(parseVersion(text)).toBeUndefined();
});

test('a release goes on to releases only, a pre-release also to its own kind', () => {
  const isMeant = (running: string, offered: string) => isMeantFor(version(running), version(offered));
  expect(isMeant('1.0.0', '2.0.0')).toBe(true);
  expect(isMeant('1.0.0', '2.0.0-beta.1')).toBe(false);
  expect(isMeant('1.0.0-unofficial.electron.42.0.0', '2.0.0')).toBe(true);
  expect(isMeant('1.0.0-unofficial.electron.42.0.0', '2.0.0-unofficial.electron.42.0.0')).toBe(true);
  expect(isMeant('1.0.0-beta.1', '2.0.0-unofficial.electron.42.0.0')).toBe(false);
});
