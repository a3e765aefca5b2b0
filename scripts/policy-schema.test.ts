import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { policySchema, presets } from '../app/desk/policy.ts';

const docs = resolve(import.meta.dirname, '../docs');

test('the published schema is that of what is read', () => {
  const published: unknown = JSON.parse(readFileSync(resolve(docs, 'policy.schema.json'), 'utf8'));
  expect(published).toEqual({
    title: 'Policy of Hotseat',
    ...JSON.parse(JSON.stringify(z.toJSONSchema(policySchema, { io: 'input' }))),
  });
});

test('every key, and every value of a preset, stands in the docs', () => {
  const text = readFileSync(resolve(docs, 'policy.md'), 'utf8');
  for (const key of Object.keys(policySchema.shape)) expect(text).toContain(`| \`${key}\``);
  for (const preset of [presets.shared, presets.strict])
    for (const [key, value] of Object.entries(preset)) {
      const row = text
        .split('\n')
        .filter((line) => line.startsWith(`| \`${key}\``))
        .at(-1);
      expect(row, key).toContain(String(value));
    }
});
