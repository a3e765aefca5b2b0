import { Installer } from 'electron-installer-debian';
import { at } from '../project.mjs';
import { builderConfig } from './builder-config.mjs';
import { layOut } from './linux-layout.mjs';
import { produce } from './produce.mjs';

/** A deb with the layout, the dependencies and the scripts that electron-builder's has. */
class Deb extends Installer {
  /** @override */
  get contentFunctions() {
    return ['layOut', 'copyScripts', 'createControl'];
  }

  /** @override */
  generateOptions() {
    super.generateOptions();
    const { depends, recommends } = builderConfig().deb;
    // The library adds what it thinks any Electron app needs.
    Object.assign(this.options, { depends, recommends, suggests: [] });
  }

  async layOut() {
    layOut(String(this.options['src']), this.stagingDir, 'deb');
  }
}

/**
 * Makes a deb of an unpacked app by dpkg-deb, where electron-builder's fpm cannot be had.
 * @param {import('./linux-installers.mjs').Installer} installer
 */
export async function makeDeb({ unpacked, folder, fileName, version, arch, isQuick }) {
  const { linux, deb } = builderConfig();
  const making = new Deb({
    src: unpacked,
    dest: folder,
    rename: () => `${folder}/${fileName}`,
    logger: () => undefined,
    options: {
      name: 'hotseat',
      version: debianVersion(version),
      arch,
      section: deb.packageCategory,
      maintainer: linux.maintainer,
      description: linux.synopsis,
      compression: isQuick ? 'zstd' : 'xz',
      scripts: {
        postinst: at('build', 'linux', 'after-install.sh'),
        prerm: at('build', 'linux', 'before-remove.sh'),
        postrm: at('build', 'linux', 'after-remove.sh'),
      },
    },
  });
  await produce(making);
}

/**
 * A pre-release sorts before its release, as in SemVer.
 * @param {string} version
 * @see https://www.debian.org/doc/debian-policy/ch-controlfields.html#version
 */
export const debianVersion = (version) => version.replace('-', '~');
