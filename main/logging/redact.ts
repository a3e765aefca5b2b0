import { homedir } from 'node:os';
import { withoutSecrets } from '../../app/diagnosis/without-secrets.ts';

/** A text as it may be logged or printed. */
export const redact = (text: string): string => withoutSecrets(text, homedir());
