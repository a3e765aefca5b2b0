import type { service as english } from '../en/service.ts';
import type { Translated } from '../message.ts';

export const service: Translated<typeof english> = {};
