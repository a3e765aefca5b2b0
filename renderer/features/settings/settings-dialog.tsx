import { useState } from 'react';
import type { ServiceId } from '../../../app/contract/bridge.ts';
import type { ServiceDraft } from '../../../app/contract/service-draft.ts';
import { useMirror } from '../../state/mirror.ts';
import { closeDialog, openDialog } from '../../state/view.ts';
import { serviceWords } from '../../text/spoken.ts';
import { Dialog } from '../../ui/dialog.tsx';
import type { AddedServiceView } from './service-form-draft.ts';
import { ServiceFormPage } from './service-form-page.tsx';
import type { LeftForm } from './services-section.tsx';
import { SettingsPanes } from './settings-panes.tsx';

interface SettingsDialogProps {
  readonly startsWith?: 'serviceForm' | 'removals' | 'language' | undefined;
  /** The service whose form that is; a new one without. */
  readonly editedId?: ServiceId | undefined;
  /** What the form of a new one begins with. */
  readonly draft?: ServiceDraft | undefined;
}

type Page = { readonly kind: 'sections' } | { readonly kind: 'serviceForm'; readonly serviceId?: ServiceId };

export const SettingsDialog = ({ startsWith, editedId: firstEditedId, draft }: SettingsDialogProps) => {
  const [page, setPage] = useState<Page>({
    kind: startsWith === 'serviceForm' ? 'serviceForm' : 'sections',
    ...(firstEditedId ? { serviceId: firstEditedId } : {}),
  });
  const [left, setLeft] = useState<LeftForm>();
  const editedId = page.kind === 'serviceForm' ? page.serviceId : undefined;
  const edited = useMirror(({ services }) =>
    services.find(
      (service): service is AddedServiceView => service.id === editedId && service.kind !== 'directory',
    ),
  );
  /** Whoever came for one more service goes on with the account. */
  const leaveForm = (addedId?: ServiceId) => {
    if (startsWith === 'serviceForm' && !firstEditedId)
      openDialog({ kind: 'addAccount', ...(addedId ? { serviceId: addedId } : {}) });
    else {
      setLeft({ serviceId: addedId ?? editedId });
      setPage({ kind: 'sections' });
    }
  };
  const isGone = editedId !== undefined && !edited;
  const isForm = page.kind === 'serviceForm' && !isGone;
  return (
    <Dialog title={serviceWords.settings} width={isForm ? 'wide' : 'panes'} onClose={closeDialog}>
      {isForm ? (
        <ServiceFormPage
          edited={edited}
          draft={startsWith === 'serviceForm' ? draft : undefined}
          onLeave={leaveForm}
        />
      ) : (
        <SettingsPanes
          left={left}
          sought={startsWith === 'serviceForm' ? undefined : startsWith}
          onAdd={() => setPage({ kind: 'serviceForm' })}
          onEdit={(serviceId) => setPage({ kind: 'serviceForm', serviceId })}
        />
      )}
    </Dialog>
  );
};
