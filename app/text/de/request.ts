import type { request as english } from '../en/request.ts';
import type { Translated } from '../message.ts';

export const request: Translated<typeof english> = {};
