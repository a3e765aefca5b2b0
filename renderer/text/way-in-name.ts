import { detailWords } from './spoken.ts';

const isNamed = (providerType: string): providerType is keyof typeof detailWords.kinds =>
  Object.hasOwn(detailWords.kinds, providerType);

/** What a way in is called; one that Hotseat does not know goes by what the service calls it. */
export const wayInName = (providerType: string): string =>
  isNamed(providerType) ? detailWords.kinds[providerType] : providerType;
