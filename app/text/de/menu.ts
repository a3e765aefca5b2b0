import type { menu as english } from '../en/menu.ts';
import type { Translated } from '../message.ts';

export const menu: Translated<typeof english> = {};
