import type { logIn as english } from '../en/log-in.ts';
import type { Translated } from '../message.ts';

export const logIn: Translated<typeof english> = {};
