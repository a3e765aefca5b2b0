import { diagnosis as german } from '../../text/de/diagnosis.ts';
import { diagnosis } from '../../text/en/diagnosis.ts';
import { Speech } from '../../text/speech.ts';

const others = { german: () => Promise.resolve({ diagnosis: german }) };

export const inEnglish = new Speech({ diagnosis }, others);
await inEnglish.speak('en');
export const inGerman = new Speech({ diagnosis }, others);
await inGerman.speak('de');
