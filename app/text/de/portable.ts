import type { portable as english } from '../en/portable.ts';
import type { Translated } from '../message.ts';

export const portable: Translated<typeof english> = {};
