import type { link as english } from '../en/link.ts';
import type { Translated } from '../message.ts';

export const link: Translated<typeof english> = {};
