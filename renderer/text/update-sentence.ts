import type { UpdateView } from '../../app/contract/update-views.ts';
import { byteSize } from './byte-size.ts';
import { fromNow } from './durations.ts';
import { updateWords } from './spoken.ts';

/** How updates stand, in a sentence or two; nothing where a button and the notes say it all. */
export const updateSentence = (view: UpdateView, running: string, nowMs: number): string => {
  switch (view.kind) {
    case 'off':
      return view.because === 'package' && view.origin !== undefined
        ? updateWords.packageFrom({ origin: view.origin })
        : updateWords.off[view.because];
    case 'idle':
      return checkedSentence(view.checkedAtMs, running, nowMs);
    case 'checking':
      return updateWords.checking;
    case 'systemTooOld':
      return updateWords.systemTooOld({ version: view.version, running });
    case 'available': {
      const { version, sizeBytes } = view.offer;
      return updateWords.available({ version, size: byteSize(sizeBytes), running });
    }
    case 'downloading': {
      const { version, sizeBytes } = view.offer;
      const received = byteSize(view.receivedBytes);
      return updateWords.received({ version, received, total: byteSize(sizeBytes) });
    }
    case 'ready':
      return updateWords.ready({ version: view.offer.version });
    case 'installing':
      return updateWords.installing({ version: view.offer.version });
    default: {
      const fault = updateWords.faults[view.because];
      return view.during === 'check' ? fault : `${updateWords.notDone[view.during]} ${fault}`;
    }
  }
};

const checkedSentence = (checkedAtMs: number | undefined, running: string, nowMs: number): string => {
  if (checkedAtMs === undefined) return updateWords.notChecked({ running });
  return nowMs - checkedAtMs < 60_000
    ? updateWords.justChecked({ running })
    : updateWords.checkedBefore({ running, when: fromNow(checkedAtMs, nowMs) });
};
