import type { key as english } from '../en/key.ts';
import type { Translated } from '../message.ts';

export const key: Translated<typeof english> = {};
