import { useState } from 'react';
import type { ServiceId } from '../../../app/contract/bridge.ts';
import { useMirror } from '../../state/mirror.ts';
import { closeDialog } from '../../state/view.ts';
import { words, logInWords } from '../../text/spoken.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { EmailHelp } from '../email-help/email-help.tsx';
import { HelpOutcome, useEmailHelp } from '../email-help/use-email-help.tsx';
import { IssuerLogIn } from '../log-in/issuer-log-in.tsx';
import { emptyDraft, withoutSecrets } from '../log-in/log-in-draft.ts';
import { WebsiteLogIn } from '../log-in/website-log-in.tsx';
import { useLogIn } from '../log-in/use-log-in.ts';
import { AccountTabs } from './account-tabs.tsx';
import { ServiceChoice } from './service-choice.tsx';

interface AddAccountDialogProps {
  readonly serviceId?: ServiceId | undefined;
}

export const AddAccountDialog = (props: AddAccountDialogProps) => {
  const services = useMirror((mirror) => mirror.services);
  const [chosenId, setChosenId] = useState(props.serviceId);
  const [hasChosen, setHasChosen] = useState(false);
  const [draft, setDraft] = useState(emptyDraft);
  const logIn = useLogIn(closeDialog);
  const help = useEmailHelp();
  const service = services.find(({ id }) => id === chosenId) ?? services[0];

  const isWorking = logIn.progress.kind === 'working';
  // What goes on elsewhere needs the room, and cannot change its service any more.
  const isAtIssuer = isWorking && service?.kind === 'openIdConnect';

  const choose = (id: ServiceId) => {
    setChosenId(id);
    setHasChosen(true);
    setDraft(withoutSecrets);
    logIn.reset();
    help.forget();
  };

  return (
    <Dialog title={words.addAccount} onClose={closeDialog}>
      {help.kind && service ? (
        <EmailHelp
          kind={help.kind}
          serviceId={service.id}
          email={draft.email}
          onBack={help.back}
          onDone={(email, outcome) => {
            setDraft({ ...emptyDraft, email });
            logIn.reset();
            help.done(outcome);
          }}
        />
      ) : (
        <>
          {!isAtIssuer && <ServiceChoice chosenId={service?.id} isDisabled={isWorking} onChoose={choose} />}
          <HelpOutcome outcome={logIn.progress.kind === 'failed' ? undefined : help.outcome} />
          {service?.kind === 'openIdConnect' && (
            <IssuerLogIn
              key={service.id}
              service={service}
              logIn={logIn}
              lead={logInWords.issuerLead({ service: service.name })}
              hasFocus={props.serviceId !== undefined}
            />
          )}
          {service?.kind === 'website' && (
            <WebsiteLogIn key={service.id} service={service} hasFocus={props.serviceId !== undefined} />
          )}
          {service && service.kind !== 'openIdConnect' && service.kind !== 'website' && (
            <AccountTabs
              key={service.id}
              service={service}
              logIn={logIn}
              draft={draft}
              hasFocus={!hasChosen || help.isUsed}
              isLogInFirst={help.isUsed}
              onChange={setDraft}
              onHelp={help.open}
            />
          )}
        </>
      )}
    </Dialog>
  );
};
