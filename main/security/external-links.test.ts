import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allowedExternalLink } from './external-links.ts';

const page = 'https://wiki.archlinux.org/title/GNOME/Keyring';

describe('external links', () => {
  it('opens a help page, without its fragment', () => {
    expect(allowedExternalLink(page)).toBe(page);
    expect(allowedExternalLink(`${page}#Installation`)).toBe(page);
  });

  it.each([
    'http://wiki.archlinux.org/title/GNOME/Keyring',
    'https://wiki.archlinux.org/title/GNOME/Keyring?next=//evil.example',
    'https://wiki.archlinux.org:8443/title/GNOME/Keyring',
    'https://ada@wiki.archlinux.org/title/GNOME/Keyring',
    'https://wiki.archlinux.org.evil.example/title/GNOME/Keyring',
    'https://wiki.archlinux.org./title/GNOME/Keyring',
    'https://evil.example/https://wiki.archlinux.org/title/GNOME/Keyring',
    'https://wiki.archlinux.org/title/GNOME/Keyring/../../../evil',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://evil.example/share',
    'ms-msdt:/id',
    '//wiki.archlinux.org/title/GNOME/Keyring',
    '',
  ])('refuses %s', (address) => {
    expect(allowedExternalLink(address)).toBeUndefined();
  });

  it('never throws, and opens nothing but https', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((tail) => page + tail),
        ),
        (address) => {
          const opened = allowedExternalLink(address);
          expect(opened === undefined || opened.startsWith('https://')).toBe(true);
        },
      ),
    );
  });
});
