import { chmodSync, copyFileSync, cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { at } from '../project.mjs';
import { desktopEntry } from './builder-config.mjs';

/**
 * Lays an unpacked app out under a root as electron-builder's fpm does: the same folders, so that an installer of
 * the one kind can follow one of the other.
 * @param {string} unpacked
 * @param {string} root
 * @param {'deb' | 'rpm'} packageType read by the updater, which installs what it fetched as the same kind
 */
export function layOut(unpacked, root, packageType) {
  const application = join(root, 'opt', 'Hotseat');
  cpSync(unpacked, application, { recursive: true, verbatimSymlinks: true });
  chmodSync(join(application, 'chrome-sandbox'), 0o755);
  put(at('build', 'linux', 'apparmor-profile'), join(application, 'resources', 'apparmor-profile'));
  writeFileSync(join(application, 'resources', 'package-type'), packageType);

  const share = join(root, 'usr', 'share');
  const metainfo = 'net.hotseat.desktop.metainfo.xml';
  put(at('build', 'linux', metainfo), join(share, 'metainfo', metainfo));
  for (const [name, folder] of Object.entries(completionFolders(packageType)))
    put(at('build', 'linux', 'completions', name), join(share, ...folder));
  put(at('LICENSE'), join(share, 'doc', 'hotseat', 'copyright'));
  for (const icon of readdirSync(at('build', 'icons')))
    put(
      at('build', 'icons', icon),
      join(share, 'icons', 'hicolor', icon.replace('.png', ''), 'apps', 'hotseat.png'),
    );
  const entry = join(share, 'applications', 'hotseat.desktop');
  mkdirSync(dirname(entry), { recursive: true });
  writeFileSync(entry, desktopEntry(), { mode: 0o644 });
}

/**
 * Where shells look for completions that packages bring.
 * @param {'deb' | 'rpm'} packageType
 * @returns {Record<string, string[]>}
 */
const completionFolders = (packageType) => ({
  'hotseat.bash': ['bash-completion', 'completions', 'hotseat'],
  _hotseat: ['zsh', packageType === 'deb' ? 'vendor-completions' : 'site-functions', '_hotseat'],
  'hotseat.fish': ['fish', 'vendor_completions.d', 'hotseat.fish'],
});

/**
 * @param {string} from
 * @param {string} to
 */
function put(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
  chmodSync(to, 0o644);
}
