import { diagnosis } from './diagnosis.ts';
import { dialog } from './dialog.ts';
import { menu } from './menu.ts';
import { system } from './system.ts';

/** What the main process says, room by room. */
export const mainMessages = { diagnosis, dialog, menu, system } as const;
