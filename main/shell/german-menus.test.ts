import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MenuItemConstructorOptions } from 'electron';
import type { Platform } from '../../app/surfaces/chord.ts';
import { bindingsOf } from '../../app/surfaces/key-bindings.ts';
import { userIdSchema } from '../../app/users/user.ts';
import { notificationAction, notificationText } from './attention-texts.ts';
import { commandWords } from './command-words.ts';
import { menuTemplate } from './menu-template.ts';
import { menuWords, speech } from './spoken.ts';
import { accountLine } from './account-line.ts';

beforeAll(() => speech.speak('de'));
afterAll(() => speech.speak('en'));

const itemsIn = (items: readonly MenuItemConstructorOptions[]): readonly MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? itemsIn(item.submenu) : [])]);

describe('in German', () => {
  it.each<Platform>(['linux', 'win32', 'darwin'])(
    'no item of the menu is left to Electron on %s',
    (platform) => {
      const surface = { accountCount: 0, hasActive: false, hasPage: false };
      const shown = { rows: [], activeId: undefined, surface, bindings: bindingsOf({}, platform) };
      const items = itemsIn(menuTemplate(shown, () => undefined, platform));
      const unnamed = items.filter(
        ({ type, label, role }) => !label && type !== 'separator' && role !== 'appMenu',
      );
      expect(unnamed).toEqual([]);
      const labels = items.map(({ label }) => label);
      expect(labels).toEqual(expect.arrayContaining(['&Konten', 'Bearbeiten', '&Ansicht', 'Fenster']));
    },
  );

  it('the name of an account stands where the sentence has it', () => {
    expect(menuWords.ofUser.logOut({ name: 'Ana' })).toBe('Ana abmelden');
    expect(commandWords('row3').name).toBe('Zu Konto 3 wechseln');
    expect(accountLine('Ana', 'locked')).toBe('Ana (gesperrt)');
  });

  it('a notification says who, or nobody where the account is locked', () => {
    const notice = {
      userId: userIdSchema.parse('user-0001'),
      reason: 'sessionExpired',
      name: 'Ana',
    } as const;
    expect(notificationText(notice).title).toBe('Ana braucht Sie');
    expect(notificationText({ ...notice, name: undefined }).title).toBe('Ein Konto braucht Sie');
    expect(notificationAction(notice)).toBe('Wieder anmelden');
  });
});
