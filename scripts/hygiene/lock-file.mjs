import { mayBeUsed } from './allowed-licences.mjs';

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {string} [license]
 * @property {boolean} [hasInstallScript]
 * @property {string} [integrity]
 * @property {string} [resolved]
 */

/**
 * What is wrong with the packages of a lock file: one that is not pinned by its content or names a place to fetch it
 * from, a licence that nobody allowed, an install script that nobody decided about. Every decision is in package.json's `allowScripts`, and none is there without its package.
 * @param {Record<string, LockedPackage>} locked as in package-lock.json, by folder
 * @param {Record<string, boolean>} allowScripts
 * @returns {string[]} sentences
 */
export function faultsOf(locked, allowScripts) {
  const packages = Object.entries(locked)
    .filter(([folder]) => folder !== '')
    .map(([folder, found]) => ({ ...found, name: folder.slice(folder.lastIndexOf('node_modules/') + 13) }));
  const unpinned = packages
    .filter(({ integrity }) => !String(integrity).startsWith('sha512-'))
    .map(({ name }) => `${name} is not pinned by the SHA-512 of its content.`);
  const placed = packages
    .filter(({ resolved }) => resolved !== undefined)
    .map(
      ({ name, resolved }) => `${name} names where it is fetched from (${resolved}); the registry says that.`,
    );
  const unlicensed = packages
    .filter(({ license }) => !mayBeUsed(String(license)))
    .map(({ name, license }) => `${name} is under a licence that is not allowed: ${license}.`);
  const withScripts = packages.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name);
  const undecided = withScripts
    .filter((name) => !(name in allowScripts))
    .map(
      (name) => `${name} has an install script; package.json’s allowScripts does not say whether it may run.`,
    );
  const idle = Object.keys(allowScripts)
    .filter((name) => !withScripts.includes(name))
    .map((name) => `${name} is in package.json’s allowScripts, but has no install script.`);
  return [...unpinned, ...placed, ...unlicensed, ...undecided, ...idle];
}
