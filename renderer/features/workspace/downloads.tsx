import { Download, FolderOpen, X } from 'lucide-react';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { ProgressBar } from 'react-aria-components/ProgressBar';
import type { UserId } from '../../../app/contract/bridge.ts';
import type { CommandInput } from '../../../app/contract/commands.ts';
import type { DownloadView, WorkspaceView } from '../../../app/contract/workspace-views.ts';
import { perform } from '../../state/perform.ts';
import { workspaceWords } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import { downloadState, progressOf } from './download-progress.ts';
import styles from './popovers.module.css';
import toolbar from './toolbar.module.css';

/** The downloads of a workspace, once there are any. */
export const Downloads = ({ workspace }: { readonly workspace: WorkspaceView }) => {
  const { id, downloads } = workspace;
  if (downloads.length === 0) return undefined;
  const runningCount = downloads.filter(({ state }) => state === 'running').length;
  const label =
    runningCount === 0 ? workspaceWords.downloads : workspaceWords.downloadsRunning({ count: runningCount });
  const progress = progressOf(downloads);
  return (
    <DialogTrigger>
      <Button look="icon" aria-label={label}>
        <span className={toolbar['downloads']}>
          <Download size={18} aria-hidden="true" />
          {progress !== undefined && (
            <span className={toolbar['progress']}>
              <span className={toolbar['progressFill']} style={{ width: `${progress}%` }} />
            </span>
          )}
        </span>
        {runningCount > 0 && <span className={toolbar['count']}>{runningCount}</span>}
      </Button>
      <Popover className={styles['popover'] ?? ''} placement="bottom end" offset={4}>
        <Dialog className={styles['surface'] ?? ''} aria-label={workspaceWords.downloads}>
          <ul className={styles['downloads']} aria-label={workspaceWords.downloads}>
            {downloads.map((download) => (
              <DownloadItem key={download.id} workspaceId={id} download={download} />
            ))}
          </ul>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
};

interface DownloadItemProps {
  readonly workspaceId: UserId;
  readonly download: DownloadView;
}

const DownloadItem = ({ workspaceId, download }: DownloadItemProps) => {
  const { id: downloadId, fileName, state, receivedBytes, totalBytes } = download;
  const handle = (action: CommandInput<'handleDownload'>['action']) =>
    void perform('handleDownload', { workspaceId, downloadId, action });
  const isRunning = state === 'running';
  return (
    <li className={styles['download']}>
      <span className={styles['fileName']}>
        <bdi>{fileName}</bdi>
      </span>
      <span className={styles['state']}>{downloadState(download)}</span>
      <span className={styles['downloadButtons']}>
        {state === 'done' && (
          <Button
            look="icon"
            aria-label={workspaceWords.showDownload({ fileName })}
            onPress={() => handle('show')}
          >
            <FolderOpen size={16} aria-hidden="true" />
          </Button>
        )}
        <Button
          look="icon"
          aria-label={
            isRunning
              ? workspaceWords.cancelDownload({ fileName })
              : workspaceWords.dismissDownload({ fileName })
          }
          onPress={() => handle(isRunning ? 'cancel' : 'dismiss')}
        >
          <X size={16} aria-hidden="true" />
        </Button>
      </span>
      {isRunning && (
        <ProgressBar
          aria-label={fileName}
          className={styles['bar'] ?? ''}
          {...(totalBytes === undefined
            ? { isIndeterminate: true }
            : { value: receivedBytes, maxValue: totalBytes })}
        >
          {({ percentage }) => (
            <span
              className={styles['barFill']}
              {...(percentage === undefined ? {} : { style: { width: `${percentage}%` } })}
            />
          )}
        </ProgressBar>
      )}
    </li>
  );
};
