import type { Cancellation } from '../../app/ports.ts';

/** A cancellation of the core's as a signal, until it is released. */
export const signalOf = (
  cancellation: Cancellation | undefined,
): { readonly signal?: AbortSignal; release(): void } => {
  if (!cancellation) return { release: () => undefined };
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  cancellation.addEventListener('abort', abort);
  if (cancellation.aborted) abort();
  return {
    signal: controller.signal,
    release: () => cancellation.removeEventListener('abort', abort),
  };
};
