import { expect, test } from 'vitest';
import { packageKindOf, type PackageSigns } from './package-kind.ts';

const kind = (signs: Partial<PackageSigns>) =>
  packageKindOf({
    platform: 'linux',
    execPath: '/opt/Hotseat/hotseat',
    env: {},
    packageType: undefined,
    canBecomeAdministrator: true,
    ...signs,
  });

const mounted = { APPIMAGE: '/home/ada/Hotseat.AppImage', APPDIR: '/run/mount_hotseat' };

test('an AppImage is one when the program runs inside of it', () => {
  expect(kind({ env: mounted, execPath: '/run/mount_hotseat/hotseat' })).toBe('appImage');
  expect(
    kind({ env: { ...mounted, APPDIR: '/run/mount_hotseat/' }, execPath: '/run/mount_hotseat/hotseat' }),
  ).toBe('appImage');
});

test('started from a terminal in another AppImage, it is none', () => {
  expect(kind({ env: mounted })).toBeUndefined();
  expect(kind({ env: mounted, execPath: '/run/mount_hotseat2/hotseat' })).toBeUndefined();
  expect(kind({ env: mounted, packageType: 'deb' })).toBe('deb');
});

test('packages of the system need somebody who may install', () => {
  expect(kind({ packageType: 'deb' })).toBe('deb');
  expect(kind({ packageType: 'rpm' })).toBe('rpm');
  expect(kind({ packageType: 'rpm', canBecomeAdministrator: false })).toBeUndefined();
});

test('archives, portable programs and packages of stores do not replace themselves', () => {
  expect(kind({})).toBeUndefined();
  expect(kind({ packageType: 'pacman' })).toBeUndefined();
  expect(kind({ packageType: 'deb', env: { SNAP: '/snap/hotseat/1' } })).toBeUndefined();
  expect(
    kind({ env: { ...mounted, FLATPAK_ID: 'net.hotseat' }, execPath: '/run/mount_hotseat/a' }),
  ).toBeUndefined();
  expect(kind({ platform: 'win32', env: { PORTABLE_EXECUTABLE_FILE: 'C:\\Hotseat.exe' } })).toBeUndefined();
});

test('the other systems have one kind each that does', () => {
  expect(kind({ platform: 'win32' })).toBe('windowsInstaller');
  expect(kind({ platform: 'darwin' })).toBe('macApp');
});
