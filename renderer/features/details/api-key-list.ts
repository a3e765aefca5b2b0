import type { ApiKeyView } from '../../../app/contract/views.ts';

type Keys = readonly ApiKeyView[];

/** The list with a key that was made, at its end. */
export const withKey = (keys: Keys, key: ApiKeyView): Keys => [...withoutKey(keys, key.id), key];

export const withoutKey = (keys: Keys, id: string): Keys => keys.filter((key) => key.id !== id);

export const withEnabled = (keys: Keys, id: string, isEnabled: boolean): Keys =>
  keys.map((key) => (key.id === id ? { ...key, isDisabled: !isEnabled } : key));
