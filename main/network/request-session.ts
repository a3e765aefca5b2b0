import { session } from 'electron';
import type { BoundedFetchOptions } from './bounded-fetch.ts';

/**
 * The network as this computer is set up: its proxy and its certificates. A session of its own that keeps nothing,
 * so that no page's cookies or passwords go along. Only after Electron is ready.
 */
export const requestFetch: BoundedFetchOptions['fetch'] = (url, init) =>
  session.fromPartition('requests', { cache: false }).fetch(url, init);
