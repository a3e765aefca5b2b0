import type { computer as english } from '../en/computer.ts';
import type { Translated } from '../message.ts';

export const computer: Translated<typeof english> = {};
