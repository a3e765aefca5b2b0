import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runOnDesktop } from './desktop.mjs';

const isRunning = (mark: string): boolean =>
  readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .some((pid) => {
      try {
        return readFileSync(`/proc/${pid}/environ`, 'utf8').includes(mark);
      } catch {
        return false;
      }
    });

// The test desktop is for Linux; elsewhere the specs run on the person's own.
if (process.platform === 'linux') {
  test('a program on the test desktop has a display, a bus, a keyring and a home of its own, and leaves nothing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hotseat-test-'));
    const report = join(folder, 'report');
    const isKeyringUnlocked = [
      'dbus-send --session --print-reply=literal --dest=org.freedesktop.secrets',
      '/org/freedesktop/secrets/collection/login org.freedesktop.DBus.Properties.Get',
      'string:org.freedesktop.Secret.Collection string:Locked',
    ].join(' ');
    const program = `sleep 300 & setsid sleep 300 & xdotool getdisplaygeometry && ${isKeyringUnlocked}; env; ls "$XDG_DATA_HOME/keyrings"; exit 7`;

    const exitCode = await runOnDesktop('sh', ['-c', `{ ${program}; } > "$REPORT"`], { REPORT: report });
    const seen = readFileSync(report, 'utf8');
    rmSync(folder, { recursive: true });

    expect(seen).toMatch(/^1440 1000$/m);
    expect(seen).toMatch(/boolean false/);
    expect(seen).toMatch(/^login\.keyring$/m);
    expect(seen).toMatch(/^DBUS_SESSION_BUS_ADDRESS=unix:/m);
    const home = /^HOME=(.*)$/m.exec(seen)?.[1] ?? '';
    expect(home).not.toBe(homedir());
    expect(existsSync(home)).toBe(false);
    const mark = /^HOTSEAT_DESKTOP=.*$/m.exec(seen)?.[0];
    expect(mark).toBeDefined();
    expect(isRunning(mark ?? '')).toBe(false);
    expect(exitCode).toBe(7);
  });
}
