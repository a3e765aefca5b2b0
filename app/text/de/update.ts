import type { update as english } from '../en/update.ts';
import type { Translated } from '../message.ts';

export const update: Translated<typeof english> = {};
