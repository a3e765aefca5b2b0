import { describe, expect, it } from 'vitest';
import { createDirectoryOutputLog, readDirectoryLine } from './directory-output.ts';

const canary = 'CANARY-ada-password-90ab';

describe('the output of the directory', () => {
  it('tells its own events', () => {
    const line = '{"directory":"requestFailed","route":"/api/client/v2.0/app/:appId/*","reason":"TypeError"}';
    expect(readDirectoryLine(line)).toEqual({
      event: 'requestFailed',
      route: '/api/client/v2.0/app/:appId/*',
      reason: 'TypeError',
      place: undefined,
    });
  });

  it('tells the kind and place of a crash, not its message', () => {
    expect(readDirectoryLine(`TypeError: cannot read ${canary}`)).toMatchObject({ reason: 'TypeError' });
    expect(readDirectoryLine('    at run (file:///home/ada/app/out/main/directory.js:12:34)')).toMatchObject({
      place: 'directory.js:12:34',
      reason: undefined,
    });
  });

  it.each([
    canary,
    `password=${canary}`,
    `{"directory":"requestFailed","reason":"${canary} ada@example.com"}`,
    `{"directory":"requestFailed","route":"/x?token=${canary}","reason":"x"}`,
    `{"reason":"x"}`,
    '',
  ])('tells nothing of %j', (line) => {
    expect(readDirectoryLine(line)).toBeUndefined();
  });

  it('is read line by line, however it is cut', () => {
    const logged: unknown[] = [];
    const write = createDirectoryOutputLog({ warn: (_event, detail) => logged.push(detail?.['reason']) });
    const text = `{"directory":"a","reason":"one"}\r\n${canary}\n{"directory":"a","reason":"two"}\n`;
    for (const character of text) write(character);
    write('x'.repeat(1_000_000));
    write('\n{"directory":"a","reason":"three"}\n');
    expect(logged).toEqual(['one', 'two', 'three']);
  });
});
