import type { language as english } from '../en/language.ts';
import type { Translated } from '../message.ts';

export const language: Translated<typeof english> = {
  label: 'Sprache',
  hint: 'Von allem, was Hotseat sagt. Seiten sprechen, wie sie wollen.',
  asTheSystem: 'Wie das System',
};
