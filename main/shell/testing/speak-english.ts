import { speech } from '../spoken.ts';

// For tests that start nothing.
void speech.speak('en');
