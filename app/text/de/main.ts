import type { mainMessages as english } from '../en/main.ts';
import type { Translated } from '../message.ts';
import { diagnosis } from './diagnosis.ts';
import { dialog } from './dialog.ts';
import { menu } from './menu.ts';
import { system } from './system.ts';

export const mainMessages: Translated<typeof english> = { diagnosis, dialog, menu, system };
