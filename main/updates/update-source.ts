import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { isSecureEnough } from '../../app/identity/secure-origin.ts';
import { readPublicKey } from './metadata-signature.ts';

/** Where releases are, and the key that they are signed with. */
export interface UpdateSource {
  /** Ends in a slash. */
  readonly url: string;
  readonly publicKey: KeyObject;
}

const sourceSchema = z.object({ url: z.string().max(2048), publicKey: z.string().max(1024) });
const packageSchema = z.object({ updates: sourceSchema });

/** What a build's own package.json says; undefined where it says nothing that can be trusted. */
export const updateSourceIn = (
  packageJson: string,
  { mayBeLocal }: { readonly mayBeLocal: boolean },
): UpdateSource | undefined => {
  const parsed = packageSchema.safeParse(jsonOf(packageJson));
  if (!parsed.success) return undefined;
  const { url, publicKey } = parsed.data.updates;
  const key = readPublicKey(publicKey);
  const address = isSecureEnough(url) ? URL.parse(url) : undefined;
  if (!key || !address || address.username !== '' || address.search !== '' || address.hash !== '')
    return undefined;
  if (address.protocol !== 'https:' && !mayBeLocal) return undefined;
  return { url: address.href.endsWith('/') ? address.href : `${address.href}/`, publicKey: key };
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
