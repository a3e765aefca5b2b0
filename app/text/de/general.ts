import type { general as english } from '../en/general.ts';
import type { Translated } from '../message.ts';

export const general: Translated<typeof english> = {};
