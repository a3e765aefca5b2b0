import type { colour as english } from '../en/colour.ts';
import type { Translated } from '../message.ts';

export const colour: Translated<typeof english> = {};
