import { describe, expect, it, vi } from 'vitest';
import { createManualTimers } from '../../app/testing/manual-timers.ts';
import { createSecretHandOut } from './secret-hand-out.ts';

const canary = 'CANARY-ada-apiKey-93be';

/** A clipboard in memory, as slow as a test wants it. */
class FakeClipboard {
  text = 'what was there';
  readonly written: string[] = [];
  /** Runs before anything is answered. */
  turn: () => Promise<void> = () => Promise.resolve();

  async readText(): Promise<string> {
    await this.turn();
    return this.text;
  }

  async writeText(text: string): Promise<void> {
    await this.turn();
    this.written.push(text);
    this.text = text;
  }
}

const stage = () => {
  const timers = createManualTimers();
  const clipboard = new FakeClipboard();
  const warn = vi.fn<(event: string) => void>();
  return { timers, clipboard, warn, handOut: createSecretHandOut(clipboard, timers, { warn }) };
};

describe('H6: a secret in the clipboard', () => {
  it('is there for a minute', async () => {
    const { timers, clipboard, handOut } = stage();
    handOut.handOut(canary);
    await timers.advance(59_999);
    expect(clipboard.text).toBe(canary);
    await timers.advance(1);
    expect(clipboard.text).toBe('');
    expect(timers.pendingCount()).toBe(0);
  });

  it('is not taken for what the person copied since', async () => {
    const { timers, clipboard, handOut } = stage();
    handOut.handOut(canary);
    await timers.advance(30_000);
    clipboard.text = 'a shopping list';
    await timers.advance(60_000);
    expect(clipboard.text).toBe('a shopping list');
  });

  it('gives its place and its minute to the next one', async () => {
    const { timers, clipboard, handOut } = stage();
    handOut.handOut(canary);
    await timers.advance(30_000);
    handOut.handOut(`${canary}-2`);
    await timers.advance(59_999);
    expect(clipboard.text).toBe(`${canary}-2`);
    await timers.advance(1);
    expect(clipboard.text).toBe('');
  });

  it('is not taken back before it is there, on a slow clipboard', async () => {
    const { timers, clipboard, handOut } = stage();
    let goOn: () => void = () => undefined;
    clipboard.turn = () =>
      new Promise((resolve) => {
        goOn = resolve;
      });
    handOut.handOut(canary);
    await timers.advance(60_000);
    clipboard.turn = () => Promise.resolve();
    goOn();
    await handOut.close();
    expect(clipboard.written).toEqual([canary, '']);
  });

  it('is taken back when Hotseat ends', async () => {
    const { timers, clipboard, handOut } = stage();
    handOut.handOut(canary);
    await handOut.close();
    expect(clipboard.text).toBe('');
    expect(timers.pendingCount()).toBe(0);
  });

  it('is left where nothing was handed out', async () => {
    const { clipboard, handOut } = stage();
    await handOut.close();
    expect(clipboard.written).toEqual([]);
  });

  it('is no reason to fail where there is no clipboard', async () => {
    const { timers, clipboard, warn, handOut } = stage();
    clipboard.turn = () => Promise.reject(new Error(`no clipboard for ${canary}`));
    handOut.handOut(canary);
    await timers.advance(60_000);
    await handOut.close();
    expect(warn).toHaveBeenCalled();
    expect(JSON.stringify(warn.mock.calls)).not.toContain('CANARY');
  });
});
