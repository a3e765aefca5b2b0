import { speech } from '../spoken.ts';

// For tests without a window.
void speech.speak('en');
