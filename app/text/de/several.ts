import type { several as english } from '../en/several.ts';
import type { Translated } from '../message.ts';

export const several: Translated<typeof english> = {};
