import type { UpdateFault, UpdateOffer, UpdateView } from '../contract/update-views.ts';

/** What happens to updates; whether it means anything depends on where they stand. */
export type UpdateEvent =
  | { readonly kind: 'checkBegan' }
  | { readonly kind: 'nothingFound'; readonly atMs: number }
  | { readonly kind: 'foundForNewerSystem'; readonly version: string; readonly atMs: number }
  | { readonly kind: 'found'; readonly offer: UpdateOffer }
  | { readonly kind: 'downloadBegan' }
  | { readonly kind: 'received'; readonly bytes: number }
  | { readonly kind: 'downloadCancelled' }
  | { readonly kind: 'downloaded' }
  | { readonly kind: 'installBegan' }
  | { readonly kind: 'failed'; readonly because: UpdateFault };

/** How updates stand after an event; the same object where it means nothing. */
export const afterUpdateEvent = (view: UpdateView, event: UpdateEvent): UpdateView => {
  switch (event.kind) {
    case 'checkBegan':
      return mayCheck(view) ? { kind: 'checking', ...checked(view) } : view;
    case 'nothingFound':
      return view.kind === 'checking' ? { kind: 'idle', checkedAtMs: event.atMs } : view;
    case 'foundForNewerSystem':
      return view.kind === 'checking'
        ? { kind: 'systemTooOld', version: event.version, checkedAtMs: event.atMs }
        : view;
    case 'found':
      return view.kind === 'checking' ? { kind: 'available', offer: event.offer } : view;
    case 'downloadBegan': {
      const offer = downloadable(view);
      return offer ? { kind: 'downloading', offer, receivedBytes: 0 } : view;
    }
    case 'received':
      return view.kind === 'downloading'
        ? {
            ...view,
            receivedBytes: Math.min(Math.max(event.bytes, view.receivedBytes), view.offer.sizeBytes),
          }
        : view;
    case 'downloadCancelled':
      return view.kind === 'downloading' ? { kind: 'available', offer: view.offer } : view;
    case 'downloaded':
      return view.kind === 'downloading' ? { kind: 'ready', offer: view.offer } : view;
    case 'installBegan':
      return view.kind === 'ready' ? { kind: 'installing', offer: view.offer } : view;
    default:
      return failed(view, event.because);
  }
};

/** A version that waits to be installed is not looked past, and nothing under way is disturbed. */
export const mayCheck = ({ kind }: UpdateView): boolean =>
  kind === 'idle' || kind === 'systemTooOld' || kind === 'available' || kind === 'failed';

/** What can be downloaded now. */
export const downloadable = (view: UpdateView): UpdateOffer | undefined => {
  if (view.kind === 'available') return view.offer;
  return view.kind === 'failed' ? view.offer : undefined;
};

const failed = (view: UpdateView, because: UpdateFault): UpdateView => {
  switch (view.kind) {
    case 'checking':
      return { kind: 'failed', during: 'check', because, ...checked(view) };
    case 'downloading':
      return { kind: 'failed', during: 'download', because, offer: view.offer };
    case 'installing':
      return { kind: 'failed', during: 'install', because, offer: view.offer };
    default:
      return view;
  }
};

const checked = (view: UpdateView): { readonly checkedAtMs?: number } =>
  'checkedAtMs' in view && view.checkedAtMs !== undefined ? { checkedAtMs: view.checkedAtMs } : {};
