import type { system as english } from '../en/system.ts';
import type { Translated } from '../message.ts';

export const system: Translated<typeof english> = {
  anonymous: 'Anonym {number}',
};
