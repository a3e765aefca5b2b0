import { useState } from 'react';
import type { ErrorReport, UserId } from '../../../app/contract/bridge.ts';
import type { ServiceView } from '../../../app/contract/views.ts';
import { signInOnPage } from '../../state/page-sign-in.ts';
import { closeDialog } from '../../state/view.ts';
import { words, logInWords } from '../../text/spoken.ts';
import { DialogText } from '../../ui/dialog.tsx';
import { FieldsForm } from '../fields/fields-form.tsx';

interface WebsiteLogInProps {
  readonly service: Extract<ServiceView, { kind: 'website' }>;
  /** Signing in again as this user, whose name stays. */
  readonly known?: { readonly userId: UserId; readonly name: string };
  readonly hasFocus: boolean;
}

const fields = ['name'] as const;
const longestName = 200;

/** The person says who they are; the rest goes on in the workspace, on the page itself. */
export const WebsiteLogIn = ({ service, known, hasFocus }: WebsiteLogInProps) => {
  const [name, setName] = useState(known?.name ?? '');
  const [error, setError] = useState<ErrorReport>();

  const open = () => {
    const fault = faultIn(name);
    setError(fault);
    if (fault) return;
    closeDialog();
    void signInOnPage({ serviceId: service.id, name: name.trim(), expectedUserId: known?.userId });
  };

  return (
    <>
      <DialogText>
        {known
          ? logInWords.websiteAgainLead({ service: service.name, name: known.name })
          : logInWords.websiteLead({ service: service.name })}
      </DialogText>
      <FieldsForm
        fields={fields}
        looks={{ name: { label: words.name, isReadOnly: known !== undefined } }}
        values={{ name }}
        submitLabel={logInWords.openPage}
        error={error}
        working={undefined}
        focusOn={hasFocus && !known ? 'name' : undefined}
        onChange={(values) => setName(values.name)}
        onSubmit={open}
      />
    </>
  );
};

const faultIn = (name: string): ErrorReport | undefined => {
  if (name.trim() === '') return { code: 'invalidInput', field: 'name', problem: 'empty' };
  return name.length > longestName ? { code: 'invalidInput', field: 'name', problem: 'tooLong' } : undefined;
};
