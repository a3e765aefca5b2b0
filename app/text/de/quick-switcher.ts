import type { quickSwitcher as english } from '../en/quick-switcher.ts';
import type { Translated } from '../message.ts';

export const quickSwitcher: Translated<typeof english> = {};
