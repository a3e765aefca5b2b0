import { nativeTheme } from 'electron';
import type { SettingsBook } from '../settings/settings-book.ts';

/** Has the window and all pages drawn in the colours that the person has chosen. Call it before there is a window. */
export const followTheme = (settings: SettingsBook): void => {
  const apply = (): void => {
    nativeTheme.themeSource = settings.current.theme;
  };
  apply();
  settings.subscribe(apply);
};
