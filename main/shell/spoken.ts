import { mainMessages } from '../../app/text/en/main.ts';
import { Speech } from '../../app/text/speech.ts';

/** What main says: menus, tray, notifications, dialogs of the system. */
export const speech = new Speech(mainMessages);
