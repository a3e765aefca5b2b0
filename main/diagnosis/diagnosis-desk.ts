import type { DiagnosisView } from '../../app/contract/diagnosis-views.ts';
import { diagnosisReports, type DiagnosisFacts } from '../../app/diagnosis/diagnosis-report.ts';
import { diagnosisText } from '../../app/diagnosis/diagnosis-text.ts';
import type { DiagnosisSpeech } from '../../app/diagnosis/finding-sentence.ts';
import { outcomeSentence, saidCheck } from '../../app/diagnosis/said-check.ts';
import { succeed, type Outcome } from '../../app/outcome.ts';

/** What a person may ask of the diagnosis in the window. */
export interface DiagnosisDesk {
  run(): Promise<Outcome<DiagnosisView>>;
  /** The very text that was shown, into a file that the person chooses. */
  save(options: { readonly withAddresses: boolean }): Promise<Outcome<void>>;
}

export interface DiagnosisDeskParts {
  readonly diagnose: () => Promise<DiagnosisFacts>;
  readonly speech: DiagnosisSpeech;
  readonly saveText: (text: string) => Promise<Outcome<void>>;
}

export const createDiagnosisDesk = ({ diagnose, speech, saveText }: DiagnosisDeskParts): DiagnosisDesk => {
  let shown: DiagnosisView | undefined;
  const run = async (): Promise<DiagnosisView> => {
    const report = diagnosisReports(await diagnose());
    const plain = report({ withAddresses: false });
    shown = {
      outcome: outcomeSentence(plain.checks, speech),
      checks: plain.checks.map((check) => saidCheck(check, speech)),
      text: diagnosisText(plain, speech),
      textWithAddresses: diagnosisText(report({ withAddresses: true }), speech),
    };
    return shown;
  };
  return {
    run: async () => succeed(await run()),
    save: async ({ withAddresses }) => {
      const { text, textWithAddresses } = shown ?? (await run());
      return saveText(withAddresses ? textWithAddresses : text);
    },
  };
};
