import fs from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SystemAccount } from '../../app/surfaces/system-state.ts';
import { userIdSchema } from '../../app/users/user.ts';
import { scratchDirectory } from '../storage/testing/scratch-directory.ts';
import { createIconMenuFile, iconMenuFolders } from './icon-menu-file.ts';

let scratch: ReturnType<typeof scratchDirectory>;
const warn = vi.fn();
beforeEach(() => {
  scratch = scratchDirectory();
  warn.mockClear();
});
afterEach(() => scratch[Symbol.dispose]());

const own = (): string => join(scratch.path, 'home', 'applications', 'hotseat.desktop');
const menu = () =>
  createIconMenuFile(
    { dataHome: join(scratch.path, 'home'), dataFolders: [join(scratch.path, 'usr')] },
    { warn },
  );
const install = (exec: string): void => {
  const folder = join(scratch.path, 'usr', 'applications');
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(join(folder, 'hotseat.desktop'), `[Desktop Entry]\nName=Hotseat\nExec=${exec} %U\n`);
};
const accounts: readonly SystemAccount[] = ['Ana', 'Ben'].map((name, index) => ({
  id: userIdSchema.parse(`user-000${index}`),
  name,
  standing: 'inactive',
}));

test('accounts are named in a copy of what is installed, which follows it and them', () => {
  install('/opt/one');
  menu().show(accounts);
  expect(fs.readFileSync(own(), 'utf8')).toContain('Exec=/opt/one switch user-0001');
  install('/opt/two');
  menu().show(accounts.slice(0, 1));
  const text = fs.readFileSync(own(), 'utf8');
  expect(text).toContain('Exec=/opt/two switch user-0000');
  expect(text).not.toContain('Ben');
});

test('turned off, or with nothing installed any more, nothing stays', () => {
  install('/opt/one');
  menu().show(accounts);
  menu().show(undefined);
  expect(fs.existsSync(own())).toBe(false);
  menu().show(accounts);
  fs.rmSync(join(scratch.path, 'usr'), { recursive: true });
  menu().show(accounts);
  expect(fs.existsSync(own())).toBe(false);
});

test('an entry of the person’s own stays as it is, which is logged', () => {
  install('/opt/one');
  fs.mkdirSync(join(scratch.path, 'home', 'applications'), { recursive: true });
  fs.writeFileSync(own(), '[Desktop Entry]\nName=Mine\n');
  menu().show(accounts);
  menu().show(undefined);
  expect(fs.readFileSync(own(), 'utf8')).toBe('[Desktop Entry]\nName=Mine\n');
  expect(warn).toHaveBeenCalledTimes(1);
});

test('folders are those of the specification, empty variables as absent ones', () => {
  expect(iconMenuFolders({ XDG_DATA_HOME: '', XDG_DATA_DIRS: '' }, '/home/ana')).toEqual({
    dataHome: '/home/ana/.local/share',
    dataFolders: ['/usr/local/share', '/usr/share'],
  });
  expect(iconMenuFolders({ XDG_DATA_HOME: '/data', XDG_DATA_DIRS: '/one:/two' }, '/home/ana')).toEqual({
    dataHome: '/data',
    dataFolders: ['/one', '/two'],
  });
});
