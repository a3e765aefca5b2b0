/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/** @type {Count} */
export const onePassed = { passed: 1, failed: 0, skipped: 0 };

/** @type {Count} */
export const oneFailed = { passed: 0, failed: 1, skipped: 0 };

/**
 * @param {Count[]} counts
 * @returns {Count}
 */
export const sum = (counts) => ({
  passed: counts.reduce((total, { passed }) => total + passed, 0),
  failed: counts.reduce((total, { failed }) => total + failed, 0),
  skipped: counts.reduce((total, { skipped }) => total + skipped, 0),
});

/**
 * The last line of a test run. Skipped tests are named only where there are any.
 * @param {Count} count
 */
export const countLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/**
 * A run succeeded if something passed and nothing failed.
 * @param {Count} count
 */
export const exitCodeOf = ({ passed, failed }) => (passed > 0 && failed === 0 ? 0 : 1);

/**
 * What Vitest's JSON report counts. A file that could not be loaded has no tests and counts as one failure.
 * @param {any} report
 * @returns {Count}
 */
export function countVitest(report) {
  /** @type {{ status: string, assertionResults: unknown[] }[]} */
  const files = report.testResults;
  const unloaded = files.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * What Playwright's JSON report counts. A test that passed only when repeated counts as failed.
 * @param {any} report
 * @returns {Count}
 */
export const countPlaywright = ({ stats }) => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky,
  skipped: stats.skipped,
});

/**
 * A test program's own count, held against how it ended: one that died, or ran nothing, failed at least once.
 * @param {Count | undefined} count undefined where it left no report
 * @param {number} exitCode
 * @returns {Count}
 */
export function countOfRun(count, exitCode) {
  if (count === undefined) return oneFailed;
  const hasFailed = exitCode !== 0 || count.passed + count.failed === 0;
  return hasFailed && count.failed === 0 ? { ...count, failed: 1 } : count;
}
