import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFileOutbox, createMemoryOutbox } from './outbox.ts';
import type { Delivery } from './outbox.ts';
import { canary } from './test-directory.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'directory-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const delivery = (email: string): Delivery => ({
  kind: 'reset',
  email,
  token: canary('anna', 'token'),
  tokenId: 'a'.repeat(24),
});

describe('an outbox in memory', () => {
  it('keeps the latest hundred', () => {
    const outbox = createMemoryOutbox();
    for (let count = 0; count < 103; count += 1) outbox.deliver(delivery(`${count}@example.com`));
    const emails = outbox.deliveries().map(({ email }) => email);
    expect([emails.length, emails[0], emails.at(-1)]).toEqual([100, '3@example.com', '102@example.com']);
  });
});

describe('an outbox in a file', () => {
  it('adds a line for each e-mail, for its owner alone', () => {
    const file = join(folder, 'outbox');
    const sent = [delivery('anna@example.com'), delivery('bo@example.com')];
    for (const one of sent) createFileOutbox(file).deliver(one);
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual(sent);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('follows no link to a file of somebody else’s choosing', () => {
    const target = join(folder, 'target');
    symlinkSync(target, join(folder, 'outbox'));
    expect(() => createFileOutbox(join(folder, 'outbox')).deliver(delivery('anna@example.com'))).toThrow();
    expect(existsSync(target)).toBe(false);
  });
});
