import type { MenuItemConstructorOptions } from 'electron';
import type { Platform } from '../../app/surfaces/chord.ts';
import { menuWords } from './spoken.ts';

type Role = NonNullable<MenuItemConstructorOptions['role']>;

const separator = { type: 'separator' } as const;

// Electron has all of these, but in English only.
const item = (role: Role, label: string) => ({ role, label });

export const quitItem = (platform: Platform): MenuItemConstructorOptions =>
  item('quit', menuWords.quit[platform]);

export const closeItem = (platform: Platform): MenuItemConstructorOptions =>
  item('close', platform === 'darwin' ? menuWords.closeWindow : menuWords.close);

export const fullScreenItem = (): MenuItemConstructorOptions =>
  item('togglefullscreen', menuWords.fullScreen);

/** As macOS has it, where people look for the settings. */
export const appMenu = (settings: MenuItemConstructorOptions): MenuItemConstructorOptions => ({
  role: 'appMenu',
  submenu: [
    item('about', menuWords.aboutHotseat),
    separator,
    settings,
    separator,
    item('services', menuWords.services),
    separator,
    item('hide', menuWords.hide),
    item('hideOthers', menuWords.hideOthers),
    item('unhide', menuWords.showAll),
    separator,
    quitItem('darwin'),
  ],
});

export const editMenu = (platform: Platform): MenuItemConstructorOptions => {
  const { edit } = menuWords;
  const edits = (...roles: readonly Extract<Role, keyof typeof edit>[]) =>
    roles.map((role) => item(role, edit[role]));
  const ofMac: readonly MenuItemConstructorOptions[] = [
    ...edits('pasteAndMatchStyle', 'delete', 'selectAll'),
    separator,
    {
      label: edit.substitutions,
      submenu: [
        ...edits('showSubstitutions'),
        separator,
        ...edits('toggleSmartQuotes', 'toggleSmartDashes', 'toggleTextReplacement'),
      ],
    },
    { label: edit.speech, submenu: edits('startSpeaking', 'stopSpeaking') },
  ];
  return {
    ...item('editMenu', menuWords.titles.edit),
    submenu: [
      ...edits('undo', 'redo'),
      separator,
      ...edits('cut', 'copy', 'paste'),
      ...(platform === 'darwin' ? ofMac : [...edits('delete'), separator, ...edits('selectAll')]),
    ],
  };
};

export const windowMenu = (platform: Platform): MenuItemConstructorOptions => ({
  ...item('windowMenu', menuWords.titles.window),
  submenu: [
    item('minimize', menuWords.minimize),
    item('zoom', menuWords.zoom),
    ...(platform === 'darwin' ? [separator, item('front', menuWords.front)] : [closeItem(platform)]),
  ],
});

/** macOS says what a program is in the menu of its name. */
export const helpMenu = (platform: Exclude<Platform, 'darwin'>): MenuItemConstructorOptions => ({
  ...item('help', menuWords.help),
  submenu: [item('about', platform === 'linux' ? menuWords.about : menuWords.aboutHotseat)],
});
