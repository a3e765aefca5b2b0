import { useState } from 'react';
import type { UserView } from '../../../app/contract/views.ts';
import { useService } from '../../state/mirror.ts';
import { closeDialog } from '../../state/view.ts';
import { failureWords, words, logInWords } from '../../text/spoken.ts';
import { Dialog, DialogText } from '../../ui/dialog.tsx';
import { EmailHelp } from '../email-help/email-help.tsx';
import { HelpOutcome, useEmailHelp } from '../email-help/use-email-help.tsx';
import { FormLogIn } from './form-log-in.tsx';
import { IssuerLogIn } from './issuer-log-in.tsx';
import { emptyDraft } from './log-in-draft.ts';
import { useLogIn } from './use-log-in.ts';
import { WebsiteLogIn } from './website-log-in.tsx';

/** Logging in again as one user: main refuses any other identity. */
export const LogInAgainDialog = ({ user }: { readonly user: UserView }) => {
  const service = useService(user);
  const [draft, setDraft] = useState({ ...emptyDraft, email: user.email ?? '' });
  const logIn = useLogIn(closeDialog);
  const help = useEmailHelp();

  const content = () => {
    if (!service) return undefined;
    if (service.kind === 'openIdConnect')
      return (
        <IssuerLogIn
          service={service}
          logIn={logIn}
          lead={logInWords.issuerAgainLead({ service: service.name, name: user.name })}
          expectedUserId={user.id}
          hasFocus
        />
      );
    if (service.kind === 'website')
      return <WebsiteLogIn service={service} known={{ userId: user.id, name: user.name }} hasFocus />;
    return (
      <FormLogIn
        service={service}
        logIn={logIn}
        draft={draft}
        expectedUserId={user.id}
        isEmailFixed={user.email !== undefined}
        hasFocus
        startsWith={user.email === undefined && service.kind === 'appServices' ? 'apiKey' : undefined}
        onChange={setDraft}
        onHelp={help.open}
      />
    );
  };

  return (
    <Dialog title={words.logInAgainAs({ name: user.name })} onClose={closeDialog}>
      {help.kind ? (
        <EmailHelp
          kind={help.kind}
          serviceId={user.serviceId}
          email={draft.email}
          onBack={help.back}
          onDone={(_email, outcome) => {
            logIn.reset();
            help.done(outcome);
          }}
        />
      ) : (
        <>
          <DialogText>
            {[
              service && service.kind !== 'openIdConnect' && logInWords.atService({ service: service.name }),
              ...user.attention.map((reason) => failureWords.attention[reason]),
            ]
              .filter(Boolean)
              .join(' ')}
          </DialogText>
          <HelpOutcome outcome={logIn.progress.kind === 'failed' ? undefined : help.outcome} />
          {content()}
        </>
      )}
    </Dialog>
  );
};
