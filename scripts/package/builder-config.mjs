import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { at } from '../project.mjs';

/**
 * @typedef {object} LinuxPackage
 * @property {string[]} depends
 * @property {string[]} [recommends]
 * @property {string} packageCategory
 */

/**
 * What electron-builder.yml says about Linux, for the installers that are made without electron-builder.
 * @returns {{
 *   linux: { category: string, maintainer: string, synopsis: string, mimeTypes: string[], desktop: { entry: Record<string, string>, desktopActions: Record<string, Record<string, string>> } },
 *   deb: LinuxPackage,
 *   rpm: LinuxPackage,
 * }}
 */
export const builderConfig = () => parse(readFileSync(at('electron-builder.yml'), 'utf8'));

/**
 * The desktop entry, as electron-builder would write it.
 * @see https://specifications.freedesktop.org/desktop-entry-spec/latest/
 */
export function desktopEntry() {
  const { linux } = builderConfig();
  const entry = {
    Type: 'Application',
    Exec: '/opt/Hotseat/hotseat %U',
    Icon: 'hotseat',
    Terminal: 'false',
    Categories: `${linux.category};`,
    MimeType: `${linux.mimeTypes.join(';')};`,
    ...linux.desktop.entry,
  };
  const actions = Object.entries(linux.desktop.desktopActions).map(([name, keys]) =>
    group(`Desktop Action ${name}`, keys),
  );
  return [group('Desktop Entry', entry), ...actions].join('\n');
}

/** @param {string} name @param {Record<string, string>} keys */
function group(name, keys) {
  const lines = Object.entries(keys).map(([key, value]) => `${key}=${value}`);
  return `[${name}]\n${lines.join('\n')}\n`;
}
