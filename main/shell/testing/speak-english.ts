import { speech } from '../spoken.ts';

// For tests that start nothing.
speech.speak('en');
