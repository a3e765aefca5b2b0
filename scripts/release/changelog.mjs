/**
 * What a changelog says about a version.
 * @param {string} changelog in the form of Keep a Changelog 1.1.0
 * @param {string} version
 * @returns {string | undefined} the text below the version's heading, without it
 * @see https://keepachangelog.com/en/1.1.0/
 */
export function notesOf(changelog, version) {
  const lines = changelog.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`## [${version}]`));
  if (start < 0) return undefined;
  const length = lines.slice(start + 1).findIndex((line) => /^(## |\[[^\]]+\]: )/u.test(line));
  const end = length < 0 ? undefined : start + 1 + length;
  return lines
    .slice(start + 1, end)
    .join('\n')
    .trim();
}

/**
 * The same as the window shows it, in plain text: a list stays one.
 * @param {string} changelog
 * @param {string} version
 */
export const plainNotesOf = (changelog, version) =>
  notesOf(changelog, version)
    ?.replaceAll(/^#+ /gmu, '')
    .replaceAll(/\[([^\]]+)\]\([^)]*\)/gu, '$1')
    .replaceAll(/\*\*|`/gu, '');
