import { join } from 'node:path';
import { Installer } from 'electron-installer-redhat';
import { at } from '../project.mjs';
import { builderConfig } from './builder-config.mjs';
import { layOut } from './linux-layout.mjs';
import { produce } from './produce.mjs';

/** An rpm with the layout, the dependencies and the scripts that electron-builder's has. */
class Rpm extends Installer {
  /** @override */
  get contentFunctions() {
    return ['layOut', 'createSpec'];
  }

  /** @override */
  generateOptions() {
    super.generateOptions();
    // The library adds what it thinks any Electron app needs.
    this.options['requires'] = builderConfig().rpm.depends;
  }

  async layOut() {
    layOut(String(this.options['src']), join(this.stagingDir, 'BUILD'), 'rpm');
  }
}

/**
 * Makes an rpm of an unpacked app by rpmbuild, where electron-builder's fpm cannot be had.
 * @param {import('./linux-installers.mjs').Installer} installer
 */
export async function makeRpm({ unpacked, folder, fileName, version, arch, isQuick }) {
  const { linux } = builderConfig();
  const making = new Rpm({
    src: unpacked,
    dest: folder,
    rename: () => `${folder}/${fileName}`,
    logger: () => undefined,
    options: {
      name: 'hotseat',
      version: version.replace('-', '~'),
      arch,
      license: 'MIT',
      description: linux.synopsis,
      productDescription: linux.synopsis,
      compressionLevel: isQuick ? 0 : 6,
      specTemplate: at('build', 'linux', 'hotseat.spec.ejs'),
      scripts: {
        post: at('build', 'linux', 'after-install.sh'),
        preun: at('build', 'linux', 'before-remove.sh'),
        postun: at('build', 'linux', 'after-remove.sh'),
      },
    },
  });
  await produce(making);
}
