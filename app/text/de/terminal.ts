import type { terminal as english } from '../en/terminal.ts';
import type { Translated } from '../message.ts';

export const terminal: Translated<typeof english> = {};
