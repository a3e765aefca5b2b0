import { BookMarked, History } from 'lucide-react';
import { useState } from 'react';
import type { ErrorReport } from '../../../app/contract/bridge.ts';
import type { OutgoingRequest } from '../../../app/contract/request-views.ts';
import type { ServiceView } from '../../../app/contract/views.ts';
import { announce } from '../../state/view.ts';
import { requestWords } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import { RequestBookDialog } from './request-book-dialog.tsx';
import { draftWith, requestOf, titleOf, type RequestDraft } from './request-draft.ts';
import { SaveRequestDialog } from './save-request-dialog.tsx';

interface BookButtonsProps {
  readonly service: ServiceView;
  readonly draft: RequestDraft;
  readonly onFill: (draft: RequestDraft) => void;
  readonly onRefused: (error: ErrorReport) => void;
}

type Open = { readonly kind: 'book' } | { readonly kind: 'save'; readonly request: OutgoingRequest };

/** What was sent to the service before, and what is kept for again. */
export const BookButtons = ({ service, draft, onFill, onRefused }: BookButtonsProps) => {
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);

  const save = () => {
    const written = requestOf(draft);
    if (written.ok) setOpen({ kind: 'save', request: written.request });
    else onRefused(written.error);
  };

  const fill = (request: OutgoingRequest) => {
    onFill(draftWith(draft, request));
    announce(requestWords.filled({ title: titleOf(request) }));
    close();
  };

  return (
    <>
      <Button look="quiet" onPress={() => setOpen({ kind: 'book' })}>
        <History size={16} aria-hidden="true" />
        {requestWords.book}
      </Button>
      <Button look="quiet" onPress={save}>
        <BookMarked size={16} aria-hidden="true" />
        {requestWords.save}
      </Button>
      {open?.kind === 'book' && <RequestBookDialog service={service} onFill={fill} onClose={close} />}
      {open?.kind === 'save' && (
        <SaveRequestDialog serviceId={service.id} request={open.request} onClose={close} />
      )}
    </>
  );
};
