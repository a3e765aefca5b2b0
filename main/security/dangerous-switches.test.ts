import { describe, expect, it } from 'vitest';
import { dangerousSwitchesIn } from './dangerous-switches.ts';

const names = (...args: string[]) => dangerousSwitchesIn(args).map(({ name }) => name);

describe('dangerous switches (E4)', () => {
  it.each([
    '--inspect',
    '--inspect=0',
    '--inspect-brk=127.0.0.1:9229',
    '--remote-debugging-port=9222',
    '--remote-debugging-pipe',
    '--js-flags=--expose-gc',
    '--load-extension=/elsewhere/evil',
    '--disable-web-security',
    '--proxy-server=evil:1',
    '--proxy-pac-url=http://evil/',
    '--host-resolver-rules=MAP * evil',
    '--ignore-certificate-errors',
    '--ignore-certificate-errors-spki-list=x',
    '--gpu-launcher=/elsewhere/evil',
    '--renderer-cmd-prefix=/elsewhere/evil',
    '--utility-cmd-prefix=/elsewhere/evil',
    '--browser-subprocess-path=/elsewhere/evil',
    '--no-sandbox',
    '--disable-gpu-sandbox',
    '--disable-setuid-sandbox',
    '--password-store=basic',
    '--log-net-log=/elsewhere/net.json',
    '--ssl-key-log-file=/elsewhere/keys',
    '--unsafely-treat-insecure-origin-as-secure=http://evil',
    '-r',
    '--require=/elsewhere/evil.js',
  ])('refuses %s', (arg) => {
    expect(names('/usr/bin/hotseat', arg)).toHaveLength(1);
  });

  it('sees through one dash, a slash, upper case and underscores', () => {
    expect(names('-no-sandbox', '/no-sandbox', '--No-Sandbox', '--inspect_brk')).toEqual([
      'no-sandbox',
      'no-sandbox',
      'no-sandbox',
      'inspect-brk',
    ]);
  });

  it('says why', () => {
    for (const { because } of dangerousSwitchesIn(['--inspect', '--no-sandbox']))
      expect(because).not.toBe('');
  });

  it.each([
    '--user-data-dir=/home/ada/profile',
    '--password-store=gnome-libsecret',
    '--ozone-platform-hint=auto',
    '--force-device-scale-factor=2',
    '--lang=de',
    '--no-update',
    '/home/ada/hotseat',
    '/inspect/a-file.txt',
    'no-sandbox',
    '--',
    '',
  ])('lets %s pass', (arg) => {
    expect(names(arg)).toEqual([]);
  });
});
