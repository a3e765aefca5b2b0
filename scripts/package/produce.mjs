/**
 * Has an installer made: the steps of electron-installer-debian’s and -redhat’s own function, which takes no class
 * of ours.
 * @param {ElectronInstaller} installer
 */
export async function produce(installer) {
  await installer.generateDefaults();
  installer.generateOptions();
  await installer.generateScripts?.();
  await installer.createStagingDir();
  await installer.createContents();
  await installer.createPackage();
  await installer.movePackage();
}
