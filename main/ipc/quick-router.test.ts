import { expect, test } from 'vitest';
import { commands } from '../../app/contract/commands.ts';
import { fail, succeed } from '../../app/outcome.ts';
import { quickRouter } from './quick-router.ts';

test('the small window finds, chooses and asks for what was found, and may do nothing else', async () => {
  const route = quickRouter(async (command) => succeed(command));
  const allowed: string[] = [];
  for (const command of [...Object.keys(commands), '__proto__', 'constructor', undefined, 7]) {
    const outcome = await route(command, undefined);
    if (outcome.ok) allowed.push(String(outcome.value));
    else expect(outcome).toEqual(fail({ code: 'deniedByPolicy' }));
  }
  expect(allowed.toSorted((a, b) => a.localeCompare(b))).toEqual([
    'choose',
    'findByText',
    'leaveQuickWindow',
    'performCommand',
    'performForUser',
    'readSnapshot',
  ]);
});
