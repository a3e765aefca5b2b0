import { X } from 'lucide-react';
import { useEffect } from 'react';
import type { WorkspaceView } from '../../../app/contract/workspace-views.ts';
import { readAbout, useStage } from '../../state/stage.ts';
import { words } from '../../text/words.ts';
import { workspaceWords } from '../../text/workspace-words.ts';
import { Button } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';
import { drive } from './use-workspace.ts';

/** A link led out of the service, so it was opened in the browser: said until it is read. */
export const LeftFor = ({ workspace: { id, leftFor } }: { readonly workspace: WorkspaceView }) => {
  const isRead = useStage((stage) => stage.readAbout?.workspaceId === id && stage.readAbout.host === leftFor);
  useEffect(() => {
    if (leftFor === undefined) readAbout(id, undefined);
  }, [id, leftFor]);
  if (leftFor === undefined || isRead) return undefined;
  return (
    <Message
      tone="plain"
      actions={
        <>
          <Button onPress={() => drive(id, 'openHere')}>{workspaceWords.openHere}</Button>
          <Button look="icon" aria-label={words.dismiss} onPress={() => readAbout(id, leftFor)}>
            <X size={16} aria-hidden="true" />
          </Button>
        </>
      }
    >
      {workspaceWords.openedElsewhere(leftFor)}
    </Message>
  );
};
