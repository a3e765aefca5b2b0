import type { diagnosis } from '../text/en/diagnosis.ts';
import { localeOf, type Language } from '../text/language.ts';
import type { Words } from '../text/message.ts';
import { roomText, spanText } from './amounts.ts';
import type { CheckedService, Finding } from './finding.ts';

export type DiagnosisWords = Words<typeof diagnosis>;

/** What a diagnosis is said with, in the language of the moment: of the window, or of a terminal. */
export interface DiagnosisSpeech {
  readonly language: Language;
  readonly words: { readonly diagnosis: DiagnosisWords };
}

/** What a check came to, and what to do about it where there is something to do. */
export const findingSentence = (finding: Finding, speech: DiagnosisSpeech): string => {
  const { language } = speech;
  const words = speech.words.diagnosis;
  const said = words.findings;
  switch (finding.code) {
    case 'folderOpen':
    case 'folderNotOwn':
    case 'folderNotWritable':
      return said[finding.code]({ folders: quoted(finding.folders, speech) });
    case 'filesSound':
      return said.filesSound(finding);
    case 'filesDamaged':
    case 'filesUnreadable':
      return said[finding.code]({ files: finding.files, folders: quoted(finding.folders, speech) });
    case 'servicesMissing':
      return said.servicesMissing({ missing: missingServices(finding.services, words) });
    case 'clockAgrees':
      return said.clockAgrees({ span: spanText(finding.offBySeconds, language) });
    case 'clockOff':
      return said.clockOff[finding.is]({ span: spanText(finding.offBySeconds, language) });
    case 'proxyUsed':
      return said.proxyUsed({
        kinds: listed(
          finding.kinds.map((kind) => words.proxies[kind]),
          language,
        ),
      });
    case 'policyHolds':
      return said.policyHolds(finding);
    case 'policyUnknownKeys':
      return said.policyUnknownKeys(finding);
    case 'updatesOn':
      return finding.checkedAt === undefined
        ? words.updatesNotChecked
        : said.updatesOn({ when: momentText(finding.checkedAt, language) });
    case 'updateWaits':
    case 'updateNeedsSystem':
      return said[finding.code](finding);
    case 'diskRoomy':
    case 'diskLow':
    case 'diskFull':
      return said[finding.code]({ free: roomText(finding.freeMegabytes, language) });
    case 'systemKnown':
      return said.systemKnown(finding);
    case 'crashesNone':
      return said.crashesNone(finding);
    case 'crashesSeen':
      return said.crashesSeen(finding);
    case 'unanswered':
      return said.unanswered[finding.because];
    default:
      return said[finding.code];
  }
};

const listed = (texts: readonly string[], language: Language): string =>
  new Intl.ListFormat(localeOf(language), { type: 'conjunction' }).format(texts);

const quoted = (names: readonly string[], { language, words }: DiagnosisSpeech): string =>
  listed(
    names.map((name) => words.diagnosis.folder({ name })),
    language,
  );

const momentText = (at: string, language: Language): string =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeStyle: 'short' }).format(
    Date.parse(at),
  );

/** A sentence of each that is not there. */
const missingServices = (services: readonly CheckedService[], words: DiagnosisWords): string =>
  services
    .flatMap(({ reach, ...service }) =>
      reach === 'reached' ? [] : words.missing[reach]({ service: serviceText(service, words) }),
    )
    .join(' ');

const serviceText = (
  { number, kind, address }: Omit<CheckedService, 'reach'>,
  words: DiagnosisWords,
): string => {
  if (kind === 'directory') return words.theDirectory;
  return address ?? words.service({ number });
};
