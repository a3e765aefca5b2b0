import { describe, expect, it, vi } from 'vitest';
import { done, fail } from '../../app/outcome.ts';
import { createServicePages } from './service-pages.ts';

const stage = () => {
  const openExternal = vi.fn<(url: string) => Promise<void>>(() => Promise.resolve());
  const copyText = vi.fn<(text: string) => Promise<void>>(() => Promise.resolve());
  const warn = vi.fn<(event: string, detail?: object) => void>();
  return {
    openExternal,
    copyText,
    warn,
    open: createServicePages({ openExternal, copyText, log: { warn } }),
  };
};

describe('a page of a service', () => {
  it('opens in the browser, or goes into the clipboard', async () => {
    const { openExternal, copyText, open } = stage();
    const page = 'https://id.example.org/authorize?state=abc';
    expect(await open(page, 'browser')).toEqual(done);
    expect(await open(page, 'clipboard')).toEqual(done);
    expect(await open('http://127.0.0.1:8080/device', 'browser')).toEqual(done);
    expect(openExternal.mock.calls).toEqual([[page], ['http://127.0.0.1:8080/device']]);
    expect(copyText.mock.calls).toEqual([[page]]);
  });

  it.each([
    'http://id.example.org/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://evil.example/share',
    'ms-msdt:/id',
    'https://ada:secret@example.org/',
    'https://example.org/ --gpu-launcher=evil',
    '-psn_0_1',
    `https://example.org/${'x'.repeat(20_000)}`,
    '',
  ])('D7: is not opened or copied where it is %s', async (address) => {
    const { openExternal, copyText, open } = stage();
    const refused = fail({ code: 'serverError', problem: 'untrusted' });
    expect(await open(address, 'browser')).toEqual(refused);
    expect(await open(address, 'clipboard')).toEqual(refused);
    expect(openExternal).not.toHaveBeenCalled();
    expect(copyText).not.toHaveBeenCalled();
  });

  it('says that it did not open, and not to the log where it would have gone', async () => {
    const { openExternal, warn, open } = stage();
    const page = 'https://id.example.org/authorize?state=CANARY-ada-state-1';
    openExternal.mockRejectedValue(new Error(`Failed to open: ${page}`));
    expect(await open(page, 'browser')).toEqual(fail({ code: 'unexpected' }));
    expect(warn).toHaveBeenCalledTimes(1);
    expect(JSON.stringify(warn.mock.calls)).not.toContain('CANARY');
  });
});
