/** Languages that Hotseat speaks; each is its BCP 47 tag. */
export const languages = ['en', 'de'] as const;

/**
 * Made up from English for whoever develops Hotseat, and in no package: a long one with marks on its letters, and one
 * that is written from right to left. Their tags are those that CLDR gives to pseudo-locales.
 */
export const pseudoLanguages = ['en-XA', 'ar-XB'] as const;
export type PseudoLanguage = (typeof pseudoLanguages)[number];

export const spokenLanguages = [...languages, ...pseudoLanguages] as const;
export type Language = (typeof spokenLanguages)[number];

/** What a person chooses: one of them, or whatever the system speaks. */
export type LanguageChoice = 'system' | Language;

/**
 * The language to speak. `systemTags`: what the person prefers on this computer, best first (BCP 47). The first that
 * Hotseat speaks in some regional form counts (RFC 4647 section 3.4, lookup); English where none is.
 */
export const languageFor = (choice: LanguageChoice, systemTags: readonly string[]): Language => {
  if (choice !== 'system') return choice;
  for (const tag of systemTags) {
    const language = languageOf(tag);
    if (language) return language;
  }
  return 'en';
};

const languageOf = (tag: string): Language | undefined => {
  const primary = tag.toLowerCase().split(/[-_.@]/u)[0];
  return languages.find((one) => one === primary);
};

export const isLanguage = (tag: string): tag is Language => spokenLanguages.some((one) => one === tag);

export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar-XB' ? 'rtl' : 'ltr');

/** Whose plurals, numbers and dates it has: those made up from English have its. */
export const localeOf = (language: Language): string => (language === 'de' ? 'de' : 'en');
