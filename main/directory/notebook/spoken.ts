import { english, german, type NotebookWords } from './words.ts';

export interface Spoken {
  /** A BCP 47 tag: the region that was asked for, if any, decides how dates are written. */
  readonly locale: string;
  readonly words: NotebookWords;
}

const catalogues: ReadonlyMap<string | undefined, NotebookWords> = new Map([
  ['en', english],
  ['de', german],
]);

/** `tags`: the languages of whoever reads, best first. English where the page has none of them. */
export const spokenFor = (tags: readonly string[]): Spoken => {
  for (const locale of tags) {
    const words = catalogues.get(locale.toLowerCase().split('-')[0]);
    if (words) return { locale, words };
  }
  return { locale: 'en', words: english };
};
