import { notesOf } from './changelog.mjs';

/**
 * Why something is not to be released, as sentences; none when it may be.
 * @param {object} release
 * @param {string} release.tag the git tag, `v` and a version
 * @param {string} release.version package.json's
 * @param {string} release.changelog CHANGELOG.md's text
 * @param {string} release.maintainer whom people write to, as installers name them
 * @param {string} release.homepage where people read about it, as installers name it
 * @param {readonly string[]} release.files names of what would be published
 * @returns {string[]}
 */
export function hindrances({ tag, version, changelog, maintainer, homepage, files }) {
  const notes = notesOf(changelog, version);
  return [
    tag === `v${version}` ? '' : `The tag is ${tag}, but package.json says ${version}.`,
    notes === undefined ? `CHANGELOG.md has no section for ${version}.` : '',
    notes === '' ? `CHANGELOG.md says nothing about ${version}.` : '',
    isStandIn(maintainer)
      ? `The maintainer in electron-builder.yml is a stand-in (${maintainer}): put in whom people can write to.`
      : '',
    isStandIn(homepage) ? `The homepage in package.json is a stand-in (${homepage}).` : '',
    ...files
      .filter((name) => name.includes('-unofficial'))
      .map((name) => `${name} carries an unofficial Electron and is never published.`),
  ].filter((sentence) => sentence !== '');
}

/** @param {string} address no address ends like this (RFC 2606, section 2) */
const isStandIn = (address) => /\.invalid\b/u.test(address);
