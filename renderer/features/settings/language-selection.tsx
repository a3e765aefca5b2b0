import {
  languages,
  pseudoLanguages,
  type Language,
  type LanguageChoice,
} from '../../../app/text/language.ts';
import { languageWords } from '../../text/spoken.ts';
import { Selection } from '../../ui/selection.tsx';

interface LanguageSelectionProps {
  readonly chosen: LanguageChoice;
  /** It has the focus at once. */
  readonly isSought: boolean;
  readonly onChoose: (choice: LanguageChoice) => void;
}

const choices: readonly LanguageChoice[] = [
  'system',
  ...languages,
  ...(__PSEUDO_LANGUAGES__ ? pseudoLanguages : []),
];

/** Each by its own name, which whoever looks for it can read. */
const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  'en-XA': '[Éeñglíišh]',
  'ar-XB': '\u202EEnglish\u202C',
};

export const LanguageSelection = ({ chosen, isSought, onChoose }: LanguageSelectionProps) => (
  <Selection
    label={languageWords.label}
    hint={languageWords.hint}
    options={choices.map((id) => ({
      id,
      name: id === 'system' ? languageWords.asTheSystem : languageNames[id],
    }))}
    chosenId={chosen}
    autoFocus={isSought}
    onChoose={onChoose}
  />
);
