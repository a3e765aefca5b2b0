import { speech } from '../spoken.ts';

// For tests without a window.
speech.speak('en');
