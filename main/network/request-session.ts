import { app, session } from 'electron';
import type { BoundedFetchOptions } from './bounded-fetch.ts';

/**
 * The network as this computer is set up: its proxy and its certificates. A session of its own that keeps nothing,
 * so that no page's cookies or passwords go along. Waits until Electron is ready.
 */
export const requestFetch: BoundedFetchOptions['fetch'] = async (url, init) => {
  await app.whenReady();
  return session.fromPartition('requests', { cache: false }).fetch(url, init);
};
