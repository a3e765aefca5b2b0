import type { DownloadView } from '../../../app/contract/workspace-views.ts';
import { byteSize } from '../../text/byte-size.ts';
import { workspaceWords } from '../../text/spoken.ts';

/** How far all that are under way are together, in percent; absent where there is none, or no server says. */
export const progressOf = (downloads: readonly DownloadView[]): number | undefined => {
  const sized = downloads.filter(({ state, totalBytes }) => state === 'running' && totalBytes !== undefined);
  const total = sized.reduce((sum, { totalBytes }) => sum + (totalBytes ?? 0), 0);
  if (total === 0) return undefined;
  const received = sized.reduce((sum, { receivedBytes }) => sum + receivedBytes, 0);
  return Math.min(100, Math.floor((received / total) * 100));
};

/** How it stands with one, in words. */
export const downloadState = (download: DownloadView): string => states[download.state](download);

const states: Record<DownloadView['state'], (download: DownloadView) => string> = {
  running: ({ receivedBytes, totalBytes }) =>
    totalBytes === undefined
      ? byteSize(receivedBytes)
      : workspaceWords.received({ received: byteSize(receivedBytes), total: byteSize(totalBytes) }),
  done: ({ receivedBytes }) => workspaceWords.done({ size: byteSize(receivedBytes) }),
  failed: () => workspaceWords.failed,
  cancelled: () => workspaceWords.cancelled,
};
