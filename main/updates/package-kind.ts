/** How this Hotseat was installed, as far as it matters to who replaces it. */
export type PackageKind = 'appImage' | 'deb' | 'rpm' | 'windowsInstaller' | 'macApp';

export interface PackageSigns {
  readonly platform: 'linux' | 'darwin' | 'win32';
  /** The program that runs. */
  readonly execPath: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What the package says of itself in `resources/package-type`. */
  readonly packageType: string | undefined;
  /** Is there a program that asks for an administrator's password, or is nobody to be asked? */
  readonly canBecomeAdministrator: boolean;
}

/**
 * Undefined where this kind cannot replace itself: an archive, a portable program, a store's package, or a package of
 * the system where nobody could be asked for the password.
 */
export const packageKindOf = (signs: PackageSigns): PackageKind | undefined => {
  const { platform, env, execPath, packageType, canBecomeAdministrator } = signs;
  if (platform === 'darwin') return 'macApp';
  if (platform === 'win32')
    return env['PORTABLE_EXECUTABLE_FILE'] === undefined ? 'windowsInstaller' : undefined;
  if (env['SNAP'] !== undefined || env['FLATPAK_ID'] !== undefined) return undefined;
  if (packageType === 'deb' || packageType === 'rpm') return canBecomeAdministrator ? packageType : undefined;
  // A terminal in another AppImage hands its variables on, so the program has to be in this one.
  const { APPIMAGE, APPDIR } = env;
  const isInside =
    APPDIR !== undefined && APPDIR !== '' && execPath.startsWith(`${APPDIR.replace(/\/$/u, '')}/`);
  return APPIMAGE?.startsWith('/') && isInside ? 'appImage' : undefined;
};
