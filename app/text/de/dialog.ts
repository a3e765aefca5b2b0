import type { dialog as english } from '../en/dialog.ts';
import type { Translated } from '../message.ts';

export const dialog: Translated<typeof english> = {};
