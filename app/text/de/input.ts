import type { input as english } from '../en/input.ts';
import type { Translated } from '../message.ts';

export const input: Translated<typeof english> = {};
