import { z } from 'zod';

/** Languages that Hotseat speaks; each is its BCP 47 tag. */
export const languages = ['en', 'de'] as const;

/**
 * Made up from English for whoever develops Hotseat, and in no package: a long one with marks on its letters, and one
 * that is written from right to left. Their tags are those that CLDR gives to pseudo-locales.
 */
export const pseudoLanguages = ['en-XA', 'ar-XB'] as const;

const spoken = [...languages, ...pseudoLanguages] as const;
export type Language = (typeof spoken)[number];

/** What a person chooses: one of them, or whatever the system speaks. */
export const languageChoiceSchema = z.enum(['system', ...spoken]);
export type LanguageChoice = z.infer<typeof languageChoiceSchema>;

/**
 * The language to speak. `systemTags`: what the person prefers on this computer, best first (BCP 47). The first that
 * Hotseat speaks in some regional form counts (RFC 4647 section 3.4, lookup); English where none is.
 */
export const languageFor = (choice: LanguageChoice, systemTags: readonly string[]): Language => {
  if (choice !== 'system') return choice;
  for (const tag of systemTags) {
    const wanted = tag.toLowerCase().split(/[-_]/u)[0];
    const language = languages.find((one) => one === wanted);
    if (language) return language;
  }
  return 'en';
};

export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar-XB' ? 'rtl' : 'ltr');

/** Whose plurals, numbers and dates it has: those made up from English have its. */
export const localeOf = (language: Language): string => (language === 'de' ? 'de' : 'en');
