import fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { beginDownloadFile, dropDownloadFile, finishDownloadFile, shownName } from './download-file.ts';

let folder = '';
beforeEach(async () => {
  folder = await fs.mkdtemp(join(tmpdir(), 'hotseat-downloads-'));
});
afterEach(() => fs.rm(folder, { recursive: true, force: true }));

const download = async (suggested: string, text: string): Promise<string> => {
  const path = beginDownloadFile(folder, suggested);
  await fs.writeFile(path, text);
  return finishDownloadFile(path, suggested);
};

describe('a downloaded file', () => {
  it('bears another name until it is finished', async () => {
    const path = beginDownloadFile(folder, 'report.pdf');
    expect(await fs.readdir(folder)).toEqual(['report.pdf.part']);
    expect(shownName(path)).toBe('report.pdf');
    await finishDownloadFile(path, 'report.pdf');
    expect(await fs.readdir(folder)).toEqual(['report.pdf']);
  });

  it('never takes the place of another', async () => {
    await fs.writeFile(join(folder, 'report.pdf'), 'the person’s own');
    await download('report.pdf', 'one');
    await download('report.pdf', 'two');
    expect(await fs.readFile(join(folder, 'report.pdf'), 'utf8')).toBe('the person’s own');
    expect(await fs.readFile(join(folder, 'report (2).pdf'), 'utf8')).toBe('one');
    expect(await fs.readFile(join(folder, 'report (3).pdf'), 'utf8')).toBe('two');
  });

  it('does not follow a link that lies in its way', async () => {
    const outside = join(folder, 'outside');
    await fs.writeFile(outside, 'untouched');
    await fs.symlink(outside, join(folder, 'report.pdf.part'));
    await fs.symlink(outside, join(folder, 'report.pdf'));
    await download('report.pdf', 'mine');
    expect(await fs.readFile(outside, 'utf8')).toBe('untouched');
    expect(await fs.readFile(join(folder, 'report (2).pdf'), 'utf8')).toBe('mine');
  });

  it('stays in the folder and is nobody else’s to read', async () => {
    const path = await download('../../escaped', 'mine');
    expect(await fs.readdir(folder)).toEqual([path.slice(folder.length + 1)]);
    expect((await fs.stat(path)).mode & 0o077).toBe(0);
  });

  it('leaves nothing when it is given up', async () => {
    await dropDownloadFile(beginDownloadFile(folder, 'report.pdf'));
    expect(await fs.readdir(folder)).toEqual([]);
  });

  it('makes the folder where it is missing', async () => {
    await fs.rm(folder, { recursive: true });
    expect(beginDownloadFile(folder, 'a')).toBe(join(folder, 'a.part'));
  });
});
