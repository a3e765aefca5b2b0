import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readPrivateKey, signatureOf } from './signed-content.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hotseat-signing-'));
  writeFileSync(at('CHANGELOG.md'), '## [1.2.0]\n\n### Added\n\n- Something good.\n');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (...names: readonly string[]): string => join(folder, ...names);

const run = (script: string, args: readonly string[], input?: string) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, script), ...args],
    { encoding: 'utf8', input: input ?? '' },
  );
  return { status, output: stdout + stderr };
};

const makeKey = () =>
  run('update-key.mjs', [
    '--private-key',
    at('key.pem'),
    '--url',
    'https://releases.example.org/',
    '--source',
    at('source.json'),
  ]);

const packages = (...names: readonly string[]): void => {
  mkdirSync(at('packages'));
  for (const name of names) writeFileSync(at('packages', name), name);
};

const signAll = (args: readonly string[] = [], input?: string) => {
  const places = ['--from', at('packages'), '--source', at('source.json'), '--changelog', at('CHANGELOG.md')];
  return run('sign-metadata.mjs', [...places, '--version', '1.2.0', ...args], input);
};

test('the signature is the one that the app takes: the same vector is in its test', () => {
  // The secret key of RFC 8032, 7.1, test 1: known to everybody.
  const pem = `-----BEGIN PRIVATE KEY-----\n${Buffer.from(
    '302e020100300506032b6570042204209d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    'hex',
  ).toString('base64')}\n-----END PRIVATE KEY-----\n`;
  expect(signatureOf(readPrivateKey(pem), 'latest-linux.yml', Buffer.from('version: 1.2.0\n'))).toBe(
    'hC5nDQDx8VZcEbuUT8exWhsGV0idxTaEEE1n2fMIOd33cFGHSvbTmc6fneI5KL4O7vb0R2e09PCDHCWQw3rgCg==',
  );
});

test('a key is made once, is nobody else’s to read, and its public half is what builds carry', () => {
  expect(makeKey().status).toBe(0);
  expect(statSync(at('key.pem')).mode & 0o777).toBe(0o600);
  expect(JSON.parse(readFileSync(at('source.json'), 'utf8'))).toEqual({
    url: 'https://releases.example.org/',
    publicKey: expect.stringMatching(/^MCowBQYDK2VwAyEA/u),
  });
  const before = readFileSync(at('source.json'), 'utf8');
  expect(makeKey().status).toBe(1);
  expect(readFileSync(at('source.json'), 'utf8')).toBe(before);
});

test('metadata names the packages that replace themselves, each system’s in its own file, and is signed', () => {
  makeKey();
  packages(
    'hotseat-1.2.0-linux-amd64.deb',
    'hotseat-1.2.0-linux-x86_64.AppImage',
    'hotseat-1.2.0-linux-x64.tar.gz',
    'hotseat-1.2.0-linux-arm64.deb',
    'hotseat-1.2.0-win-x64.exe',
    'hotseat-1.2.0-portable-x64.exe',
    'hotseat-1.2.0-mac-universal.zip',
  );
  // By standard input as well as by a file, never as an argument.
  expect(signAll(['--staging', '10'], readFileSync(at('key.pem'), 'utf8'))).toMatchObject({ status: 0 });
  const metadata = (name: string) => JSON.parse(readFileSync(at('packages', name), 'utf8'));
  const named = (name: string) => metadata(name).files.map(({ url }: { url: string }) => url);
  expect(named('latest-linux.yml')).toEqual([
    'hotseat-1.2.0-linux-amd64.deb',
    'hotseat-1.2.0-linux-x86_64.AppImage',
  ]);
  expect(named('latest-linux-arm64.yml')).toEqual(['hotseat-1.2.0-linux-arm64.deb']);
  expect(named('latest.yml')).toEqual(['hotseat-1.2.0-win-x64.exe']);
  expect(named('latest-mac.yml')).toEqual(['hotseat-1.2.0-mac-universal.zip']);
  expect(metadata('latest.yml')).toMatchObject({
    version: '1.2.0',
    stagingPercentage: 10,
    releaseNotes: 'Added\n\n- Something good.',
  });
  expect(readFileSync(at('packages', 'latest.yml.sig'), 'utf8')).toMatch(/^[A-Za-z0-9+/]{86}==\n$/u);
});

test('a version is offered step by step, under its own name only', () => {
  makeKey();
  packages('hotseat-1.2.0-linux-amd64.deb');
  const key = ['--private-key', at('key.pem')];
  const offered = () =>
    JSON.parse(readFileSync(at('packages', 'latest-linux.yml'), 'utf8')).stagingPercentage;
  for (const percentage of ['10', '100', '0']) {
    expect(signAll([...key, '--staging', percentage])).toMatchObject({ status: 0 });
    expect(offered()).toBe(Number(percentage));
  }
  for (const percentage of ['', '-1', '101', 'all', '0.5'])
    expect(signAll([...key, `--staging=${percentage}`])).toMatchObject({ status: 1 });
  expect(signAll([...key, '--version', '1.3.0'])).toMatchObject({
    status: 1,
    output: expect.stringContaining('not of version 1.3.0'),
  });
  expect(offered()).toBe(0);
});

test('nothing unofficial is signed, and nothing with a key that no build knows', () => {
  makeKey();
  packages('hotseat-1.2.0-unofficial.electron.42.0.0-linux-amd64.deb');
  const key = ['--private-key', at('key.pem')];
  expect(signAll(key)).toMatchObject({ status: 1, output: expect.stringContaining('unofficial') });
  expect(signAll([...key, '--unofficial'])).toMatchObject({ status: 0 });
  writeFileSync(at('source.json'), JSON.stringify({ url: 'https://releases.example.org/', publicKey: 'x' }));
  const refused = signAll([...key, '--unofficial']);
  expect(refused).toMatchObject({ status: 1, output: expect.stringContaining('not the key') });
  expect(refused.output).not.toContain('PRIVATE KEY');
});
