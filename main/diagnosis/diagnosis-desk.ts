import type { DiagnosisView } from '../../app/contract/diagnosis-views.ts';
import { diagnosisReport, type DiagnosisFacts } from '../../app/diagnosis/diagnosis-report.ts';
import { diagnosisText } from '../../app/launch/diagnosis-text.ts';
import { succeed, type Outcome } from '../../app/outcome.ts';

/** What a person may ask of the diagnosis in the window. */
export interface DiagnosisDesk {
  run(): Promise<Outcome<DiagnosisView>>;
  /** The very text that was shown, into a file that the person chooses. */
  save(options: { readonly withAddresses: boolean }): Promise<Outcome<void>>;
}

export interface DiagnosisDeskParts {
  readonly diagnose: () => Promise<DiagnosisFacts>;
  readonly saveText: (text: string) => Promise<Outcome<void>>;
}

export const createDiagnosisDesk = ({ diagnose, saveText }: DiagnosisDeskParts): DiagnosisDesk => {
  let shown: DiagnosisView | undefined;
  const run = async (): Promise<DiagnosisView> => {
    const facts = await diagnose();
    const plain = diagnosisReport(facts, { withAddresses: false });
    const withAddresses = diagnosisReport(facts, { withAddresses: true });
    shown = {
      checks: plain.checks,
      text: diagnosisText(plain),
      textWithAddresses: diagnosisText(withAddresses),
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
