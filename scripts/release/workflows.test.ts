import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly environment?: string;
  readonly 'timeout-minutes'?: number;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const folder = resolve(import.meta.dirname, '../../.github/workflows');

describe.each(readdirSync(folder))('%s', (name) => {
  const source = readFileSync(join(folder, name), 'utf8');
  const workflow: Workflow = parse(source);
  const jobs = Object.values(workflow.jobs);
  const steps = jobs.flatMap((job) => job.steps);

  test('every action is pinned by its digest, with its version beside it', () => {
    const uses = [...source.matchAll(/uses: (.*)/gu)].map(([, action]) => action);
    expect(uses.length).toBeGreaterThan(0);
    for (const action of uses) expect(action).toMatch(/^actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/u);
  });

  test('it may read, unless a job says otherwise; what it checks out keeps no credentials', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    for (const step of steps.filter(({ uses }) => uses?.startsWith('actions/checkout@')))
      expect(step.with?.['persist-credentials']).toBe(false);
    expect(Object.keys(workflow.on)).not.toContain('pull_request_target');
  });

  test('a job that may write, or has the release key, runs nothing of anybody else', () => {
    for (const job of jobs) {
      const mayWrite = Object.values(job.permissions ?? {}).includes('write');
      const text = JSON.stringify(job);
      if (mayWrite || text.includes('UPDATE_SIGNING_KEY'))
        expect(text).not.toMatch(/npm (?:ci|install|run|test)/u);
      // What may write reads no source either: all it does stands in the workflow.
      if (mayWrite) expect(text).not.toContain('actions/checkout@');
      // Secrets are those of an environment, which a person opens.
      if (text.includes('secrets.')) expect(job.environment).toBe('release');
    }
  });

  test('nothing that somebody typed decides which source is checked out', () => {
    for (const step of steps) expect(step.with ?? {}).not.toHaveProperty('ref');
  });

  test('no text from outside and no secret is put into a command, and every job has an end', () => {
    for (const { run } of steps) expect(run ?? '').not.toContain('${{');
    for (const job of jobs) expect(job['timeout-minutes']).toBeGreaterThan(0);
  });
});
