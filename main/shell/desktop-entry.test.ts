import { describe, expect, it } from 'vitest';
import type { SystemAccount } from '../../app/surfaces/system-state.ts';
import { userIdSchema } from '../../app/users/user.ts';
import { autostartEntry, entryWithAccounts, isOwnEntry, isTurnedOff } from './desktop-entry.ts';

const installed = `[Desktop Entry]
Type=Application
Exec=/opt/Hotseat/hotseat %U
Icon=hotseat
Name=Hotseat
MimeType=x-scheme-handler/hotseat;
Actions=login;lock-all;

[Desktop Action login]
Name=Add account
Exec=/opt/Hotseat/hotseat login
`;

const account = (number: number, name: string, standing: SystemAccount['standing'] = 'inactive') => ({
  id: userIdSchema.parse(`user-000${number}`),
  name,
  standing,
});

describe('the entry of an autostart', () => {
  it('starts what runs, hidden, and is known again', () => {
    const text = autostartEntry(['/opt/Hotseat/hotseat']);
    expect(text).toContain('\nTryExec=/opt/Hotseat/hotseat\nExec="/opt/Hotseat/hotseat" "--hidden"\n');
    expect(isOwnEntry(text)).toBe(true);
    expect(isTurnedOff(text)).toBe(false);
  });

  it('quotes what a shell, the format and its field codes would take for theirs', () => {
    expect(autostartEntry(['/home/a $b/50%"\\.AppImage'])).toContain(
      '\nExec="/home/a \\\\$b/50%%\\\\"\\\\\\\\.AppImage" "--hidden"\n',
    );
  });

  it.each(['Hidden=true', 'X-GNOME-Autostart-enabled=false'])('is off with %s', (line) => {
    expect(isTurnedOff(`${autostartEntry(['/hotseat'])}${line}\n`)).toBe(true);
  });
});

describe('the installed entry with accounts', () => {
  it('keeps all that it has, and puts the accounts before its own actions', () => {
    const text = entryWithAccounts(installed, [account(1, 'Ana'), account(2, 'Ben', 'locked')]);
    expect(text).toBe(`[Desktop Entry]
Type=Application
Exec=/opt/Hotseat/hotseat %U
Icon=hotseat
Name=Hotseat
MimeType=x-scheme-handler/hotseat;
TryExec=/opt/Hotseat/hotseat
Actions=account-user-0001;account-user-0002;login;lock-all;
X-Hotseat-Own=true

[Desktop Action account-user-0001]
Name=Ana
Exec=/opt/Hotseat/hotseat switch user-0001

[Desktop Action account-user-0002]
Name=Ben (locked)
Name[de]=Ben (gesperrt)
Exec=/opt/Hotseat/hotseat switch user-0002

[Desktop Action login]
Name=Add account
Exec=/opt/Hotseat/hotseat login
`);
  });

  it('lets no name end its line and begin one of its own', () => {
    const text = entryWithAccounts(installed, [account(1, 'Ana\nExec=evil\r[x] \\n')]);
    expect(text).toContain('\nName=Ana Exec=evil [x] \\\\n\nExec=/opt/Hotseat/hotseat switch user-0001\n');
  });

  it('is made of the installed one each time, and never of a copy', () => {
    expect(isOwnEntry(installed)).toBe(false);
    expect(isOwnEntry(entryWithAccounts(installed, []) ?? '')).toBe(true);
  });

  it.each(['', 'not an entry', '[Desktop Entry]\nName=Hotseat\n'])('is not made of %j', (text) => {
    expect(entryWithAccounts(text, [account(1, 'Ana')])).toBeUndefined();
  });
});
