import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { downloadName, numberedName } from './download-name.ts';

describe('the name of a download', () => {
  it.each([
    ['report.pdf', 'report.pdf'],
    ['Übersicht 2026 (1).tar.gz', 'Übersicht 2026 (1).tar.gz'],
    ['../../.bashrc', '___.._.bashrc'],
    ['/etc/passwd', '_etc_passwd'],
    ['C:\\Windows\\system.ini', 'C__Windows_system.ini'],
    ['.ssh', '_ssh'],
    ['name.txt. .', 'name.txt'],
    ['invoice\u202Efdp.exe', 'invoice_fdp.exe'],
    ['a\u0000b\nc.txt', 'a_b_c.txt'],
    ['con', '_con'],
    ['NUL.txt', '_NUL.txt'],
    ['con .txt', '_con.txt'],
    ['com¹.pdf', '_com¹.pdf'],
    ['LPT³', '_LPT³'],
    ['click.lnk', 'click.lnk.download'],
    ['app.desktop', 'app.desktop.download'],
    ['Desktop.ini', 'Desktop.ini.download'],
    ['', 'download'],
    ['...', 'download'],
    ['///', 'download'],
  ])('%j is saved as %j', (suggested, name) => {
    expect(downloadName(suggested)).toBe(name);
  });

  it('keeps its ending when it is too long', () => {
    const name = downloadName(`${'ä'.repeat(300)}.pdf`);
    expect(name).toMatch(/^ä+\.pdf$/u);
    expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(200);
  });

  it('is one plain, visible file of a folder, whatever the server says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (suggested) => {
        const name = downloadName(suggested);
        expect(name).not.toMatch(/[/\\:\p{C}]|^\.|^\s|[.\s]$/u);
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(220);
        expect(name).not.toBe('');
      }),
      { numRuns: 5_000 },
    );
  });

  it('has its number before the ending', () => {
    expect(numberedName('report.pdf', 1)).toBe('report.pdf');
    expect(numberedName('report.pdf', 2)).toBe('report (2).pdf');
    expect(numberedName('code.tar.gz', 3)).toBe('code (3).tar.gz');
    expect(numberedName('README', 2)).toBe('README (2)');
  });
});
