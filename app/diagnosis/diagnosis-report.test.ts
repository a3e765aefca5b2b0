import { describe, expect, it } from 'vitest';
import { checksText, diagnosisText } from '../launch/diagnosis-text.ts';
import { diagnosisReport, diagnosisReportSchema, verdictOf } from './diagnosis-report.ts';
import { sampleDiagnosis } from './testing/sample-diagnosis.ts';

const plain = { withAddresses: false };

describe('a report', () => {
  it('has the checks in the order of their numbers', () => {
    const report = diagnosisReport(sampleDiagnosis(), plain);
    expect(diagnosisReportSchema.parse(report)).toEqual(report);
    expect(report.checks.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it('is as bad as the worst of them', () => {
    const verdict = (...findings: Parameters<typeof sampleDiagnosis>[0][]) =>
      findings.map((given) => verdictOf(diagnosisReport(sampleDiagnosis(given), plain)));
    expect(
      verdict(
        {},
        { findings: [{ code: 'keyringAbsent' }] },
        { findings: [{ code: 'keyringAbsent' }, { code: 'policyBroken' }] },
      ),
    ).toEqual(['ok', 'advice', 'failed']);
  });

  it('calls services by number, unless their addresses are wanted', () => {
    const facts = sampleDiagnosis({ logLines: ['GET https://forum.example.org/t failed for Ana'] });
    const numbered = diagnosisReport(facts, plain);
    expect(numbered.log).toEqual(['GET [service 2] failed for [account 1]']);
    expect(JSON.stringify(numbered)).not.toContain('forum');
    expect(checksText(numbered)).toContain('service 2 (website): reached');
    const addressed = diagnosisReport(facts, { withAddresses: true });
    expect(addressed.log).toEqual(['GET https://forum.example.org failed for [account 1]']);
    expect(checksText(addressed)).toContain('https://forum.example.org (website): reached');
  });

  it('shows the newest crashes, and not hundreds', () => {
    const crashes = Array.from({ length: 30 }, (_, count) => ({
      at: '2031-05-10T11:00:00.000Z',
      process: 'page' as const,
      reason: 'crashed' as const,
      exitCode: count,
      hotseat: '0.1.0',
      electron: '42.0.0',
    }));
    const report = diagnosisReport({ ...sampleDiagnosis(), crashes }, plain);
    expect(report.crashes.map(({ exitCode }) => exitCode)).toEqual(
      Array.from({ length: 20 }, (_, count) => 29 - count),
    );
  });
});

describe('its text', () => {
  it('has a part for everything, and says where there is nothing', () => {
    const text = diagnosisText(diagnosisReport(sampleDiagnosis(), plain));
    expect(text.match(/^#.*$/gmu)).toEqual([
      '# Hotseat diagnosis, 2031-05-10T12:00:00.000Z',
      '## Checks',
      '## Accounts',
      '## Crashes',
      '## The end of the log',
    ]);
    expect(text).toContain('     1  Folder    ok      Hotseat’s folders are yours alone.\n');
    expect(text).toContain('    1 in all, 0 locked, 0 logged out.\n');
    expect(text.match(/^ {4}None\.$/gmu)).toHaveLength(2);
  });

  it('takes nothing of a log for markup, and steers no terminal', () => {
    const logLines = ['# a heading\u001b]0;owned\u0007', '```', '\u202eright to left'];
    const text = diagnosisText(diagnosisReport(sampleDiagnosis({ logLines }), plain));
    expect(text).toContain('    # a heading ]0;owned\n    ```\n    right to left\n');
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});
