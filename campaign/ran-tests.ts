import { z } from 'zod';
import type { RanTest } from './report.ts';

const vitestSchema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(
        z.object({ ancestorTitles: z.array(z.string()), title: z.string(), status: z.string() }),
      ),
    }),
  ),
});

/** The tests of Vitest's JSON report. A file that could not be loaded is one that failed. */
export const ranInVitest = (report: unknown): readonly RanTest[] =>
  vitestSchema.parse(report).testResults.flatMap(({ name, status, assertionResults }): readonly RanTest[] =>
    status === 'failed' && assertionResults.length === 0
      ? [{ titles: [name], result: 'failed' }]
      : assertionResults.map((test) => ({
          titles: [...test.ancestorTitles, test.title],
          result: test.status === 'passed' || test.status === 'failed' ? test.status : 'skipped',
        })),
  );

interface PlaywrightSuite {
  readonly title: string;
  readonly specs?: readonly {
    readonly title: string;
    readonly tests: readonly { readonly status: 'expected' | 'unexpected' | 'flaky' | 'skipped' }[];
  }[];
  readonly suites?: readonly PlaywrightSuite[];
}

const suiteSchema: z.ZodType<PlaywrightSuite> = z.lazy(() =>
  z.object({
    title: z.string(),
    specs: z
      .array(
        z.object({
          title: z.string(),
          tests: z.array(z.object({ status: z.enum(['expected', 'unexpected', 'flaky', 'skipped']) })),
        }),
      )
      .optional(),
    suites: z.array(suiteSchema).optional(),
  }),
);
const playwrightSchema = z.object({
  suites: z.array(suiteSchema),
  errors: z.array(z.object({ message: z.string().optional() })).optional(),
});

/** The tests of Playwright's JSON report. One that passed only when repeated failed. */
export const ranInPlaywright = (report: unknown): readonly RanTest[] => {
  const { suites, errors = [] } = playwrightSchema.parse(report);
  return [
    ...errors.map(({ message }): RanTest => ({ titles: [message ?? 'an error'], result: 'failed' })),
    ...suites.flatMap((suite) => ranIn(suite, [])),
  ];
};

const results = { expected: 'passed', unexpected: 'failed', flaky: 'failed', skipped: 'skipped' } as const;

const ranIn = (suite: PlaywrightSuite, above: readonly string[]): readonly RanTest[] => {
  const titles = [...above, suite.title];
  return [
    ...(suite.specs ?? []).flatMap(({ title, tests }) =>
      tests.map(({ status }): RanTest => ({ titles: [...titles, title], result: results[status] })),
    ),
    ...(suite.suites ?? []).flatMap((inner) => ranIn(inner, titles)),
  ];
};
