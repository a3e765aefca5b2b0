import type { failure as english } from '../en/failure.ts';
import type { Translated } from '../message.ts';

export const failure: Translated<typeof english> = {};
