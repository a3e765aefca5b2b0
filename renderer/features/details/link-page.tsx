import { useState } from 'react';
import type { ErrorReport } from '../../../app/contract/bridge.ts';
import type { AccountDetails, ServiceView, UserView } from '../../../app/contract/views.ts';
import { isWorthTelling } from '../../text/sentences.ts';
import { detailWords, logInWords } from '../../text/spoken.ts';
import { Choice } from '../../ui/choice.tsx';
import { DialogText } from '../../ui/dialog.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Selection } from '../../ui/selection.tsx';
import { DraftForm } from '../log-in/draft-form.tsx';
import {
  emptyDraft,
  faultIn,
  fieldsOf,
  linkWaysOf,
  methodOf,
  withoutSecrets,
  type FormWay,
} from '../log-in/log-in-draft.ts';

interface LinkPageProps {
  readonly user: UserView;
  readonly service: ServiceView;
  readonly onBack: () => void;
  readonly onLinked: (details: AccountDetails) => void;
}

/** One more way in for an account; an anonymous one becomes an account that can come back (peer case T18). */
export const LinkPage = ({ user, service, onBack, onLinked }: LinkPageProps) => {
  const ways = linkWaysOf(service.kind);
  const [way, setWay] = useState<FormWay>('emailPassword');
  const [draft, setDraft] = useState(emptyDraft);
  const [isNew, setIsNew] = useState(true);
  const [isRunning, setIsRunning] = useState(false);
  const [error, setError] = useState<ErrorReport>();

  const link = async (): Promise<ErrorReport | undefined> => {
    const { email, password } = draft;
    if (way === 'emailPassword' && isNew) {
      const request = { kind: 'register', email, password } as const;
      const registered = await window.hotseat.execute('requestForEmail', { serviceId: service.id, request });
      if (!registered.ok) return registered.error;
      // It is there now, even if linking it fails.
      setIsNew(false);
    }
    const method = methodOf(way, draft);
    const linked = await window.hotseat.execute('linkIdentity', { userId: user.id, method });
    if (!linked.ok) return linked.error;
    onLinked(linked.value);
    return undefined;
  };

  const submit = async () => {
    const fault = faultIn(draft, fieldsOf[way]);
    setError(fault);
    if (fault) return;
    setIsRunning(true);
    const failure = await link();
    setIsRunning(false);
    if (!failure) return;
    setDraft(withoutSecrets);
    if (isWorthTelling(failure)) setError(failure);
  };

  return (
    <>
      <PageHead title={detailWords.linkTitle} isDisabled={isRunning} onBack={onBack} />
      <DialogText>
        {user.isAnonymous
          ? detailWords.linkAnonymousLead({ name: user.name })
          : detailWords.linkLead({ name: user.name })}
      </DialogText>
      {ways.length > 1 && (
        <Selection
          label={logInWords.way}
          options={ways.map((id) => ({ id, name: logInWords.ways[id] }))}
          chosenId={way}
          isDisabled={isRunning}
          onChoose={(chosen) => {
            setWay(chosen);
            setDraft(withoutSecrets);
            setError(undefined);
          }}
        />
      )}
      <DraftForm
        key={way}
        fields={fieldsOf[way]}
        draft={draft}
        submitLabel={detailWords.link}
        occasion="link"
        error={error}
        working={isRunning ? detailWords.linking : undefined}
        focusOn={way === 'emailPassword' ? 'email' : undefined}
        onChange={setDraft}
        onSubmit={() => void submit()}
      >
        {way === 'emailPassword' && (
          <Choice
            label={detailWords.isNew}
            hint={detailWords.isNewHint}
            isSelected={isNew}
            onChange={setIsNew}
          />
        )}
      </DraftForm>
    </>
  );
};
