import { speech } from '../spoken.ts';

/** What is said in German; English is spoken again afterwards. */
export const inGerman = async <Said>(say: () => Said): Promise<Said> => {
  await speech.speak('de');
  try {
    return say();
  } finally {
    await speech.speak('en');
  }
};
