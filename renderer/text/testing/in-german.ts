import { windowMessages } from '../../../app/text/de/window.ts';
import { speech } from '../spoken.ts';

/** What is said in German; English is spoken again afterwards. */
export const inGerman = <Said>(say: () => Said): Said => {
  speech.speak('de', windowMessages);
  try {
    return say();
  } finally {
    speech.speak('en');
  }
};
