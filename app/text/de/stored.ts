import type { stored as english } from '../en/stored.ts';
import type { Translated } from '../message.ts';

export const stored: Translated<typeof english> = {};
