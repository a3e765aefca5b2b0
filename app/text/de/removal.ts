import type { removal as english } from '../en/removal.ts';
import type { Translated } from '../message.ts';

export const removal: Translated<typeof english> = {};
