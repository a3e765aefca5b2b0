import { describe, expect, it } from 'vitest';
import { diagnosisText } from './diagnosis-text.ts';
import { diagnosisReport, diagnosisReportSchema, verdictOf } from './diagnosis-report.ts';
import { inEnglish, inGerman } from './testing/diagnosis-speech.ts';
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
    expect(diagnosisText(numbered, inEnglish)).toContain('2 website reached]');
    const addressed = diagnosisReport(facts, { withAddresses: true });
    expect(addressed.log).toEqual(['GET https://forum.example.org failed for [account 1]']);
    expect(diagnosisText(addressed, inEnglish)).toContain('2 website reached https://forum.example.org]');
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
    const text = diagnosisText(diagnosisReport(sampleDiagnosis(), plain), inEnglish);
    expect(text.match(/^#.*$/gmu)).toEqual([
      '# Hotseat diagnosis, 2031-05-10T12:00:00.000Z',
      '## Checks',
      '## Accounts',
      '## Crashes',
      '## The end of the log',
    ]);
    expect(text).toContain(
      '     1  Hotseat’s folders  In order  They are yours alone.\n        folderSound\n     2  Stored files       In order  9 files',
    );
    expect(text).toContain('    1 in all, 0 locked, 0 logged out.\n');
    expect(text.match(/^ {4}None\.$/gmu)).toHaveLength(2);
  });

  it('is in the language of who makes it, but for the facts', () => {
    const crash = {
      at: '2031-05-10T11:00:00.000Z',
      process: 'gpu' as const,
      reason: 'oom' as const,
      exitCode: -9,
      hotseat: '0.1.0',
      electron: '42.0.0',
    };
    const report = diagnosisReport({ ...sampleDiagnosis(), crashes: [crash] }, plain);
    const text = diagnosisText(report, inGerman);
    expect(text.match(/^#.*$/gmu)).toEqual([
      '# Diagnose von Hotseat, 2031-05-10T12:00:00.000Z',
      '## Prüfungen',
      '## Konten',
      '## Abstürze',
      '## Das Ende der Logdatei',
    ]);
    expect(text).toContain(
      '     1  Ordner von Hotseat         In Ordnung  Sie gehören Ihnen allein.\n        folderSound\n',
    );
    expect(text).toContain('    Insgesamt 1, davon 0 gesperrt und 0 abgemeldet.\n');
    expect(text).toContain(
      '    2031-05-10T11:00:00.000Z, Grafik, kein Arbeitsspeicher mehr, Exit-Code -9, Hotseat 0.1.0\n',
    );
    const facts = (written: string) => written.match(/^ {8}\w.*$/gmu);
    expect(facts(text)).toEqual(facts(diagnosisText(report, inEnglish)));
    expect(facts(text)).toHaveLength(11);
  });

  it('takes nothing of a log for markup, and steers no terminal', () => {
    const logLines = ['# a heading\u001b]0;owned\u0007', '```', '\u202eright to left'];
    const text = diagnosisText(diagnosisReport(sampleDiagnosis({ logLines }), plain), inEnglish);
    expect(text).toContain('    # a heading ]0;owned\n    ```\n    right to left\n');
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});
