import { X } from 'lucide-react';
import type { WorkspaceView } from '../../../app/contract/workspace-views.ts';
import { words, workspaceWords } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';
import { drive } from './use-workspace.ts';

/** A link led out of the service, so it was opened in the browser: said until it is read. */
export const LeftFor = ({ workspace: { id, leftFor } }: { readonly workspace: WorkspaceView }) => {
  if (leftFor === undefined) return undefined;
  return (
    <Message
      tone="plain"
      actions={
        <>
          <Button onPress={() => drive(id, 'openHere')}>{workspaceWords.openHere}</Button>
          <Button look="icon" aria-label={words.dismiss} onPress={() => drive(id, 'dismissLeftFor')}>
            <X size={16} aria-hidden="true" />
          </Button>
        </>
      }
    >
      {workspaceWords.openedElsewhere({ host: leftFor })}
    </Message>
  );
};
