import { useEffect, useRef, useState } from 'react';
import { Form } from 'react-aria-components/Form';
import type { ServiceId } from '../../../app/contract/bridge.ts';
import type { ServiceDraft } from '../../../app/contract/service-draft.ts';
import { useMirror } from '../../state/mirror.ts';
import { announce } from '../../state/view.ts';
import { serviceWords } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Selection } from '../../ui/selection.tsx';
import { useFields } from '../fields/use-fields.ts';
import { accountCounts } from './account-counts.ts';
import { AppServicesFields } from './app-services-fields.tsx';
import { IssuerFields } from './issuer-fields.tsx';
import { OfferView } from './offer-view.tsx';
import {
  fixedFields,
  serviceFieldsOf,
  type AddedServiceView,
  type ServiceField,
} from './service-form-draft.ts';
import styles from './service-form-page.module.css';
import { useServiceForm } from './use-service-form.ts';
import { WebsiteFields } from './website-fields.tsx';

interface ServiceFormPageProps {
  /** The service that is changed; a new one without. */
  readonly edited: AddedServiceView | undefined;
  /** What a new one begins with. */
  readonly draft?: ServiceDraft | undefined;
  /** With the id of the service that was added. */
  readonly onLeave: (addedId?: ServiceId) => void;
}

const kinds = ['appServices', 'openIdConnect', 'website'] as const;

export const ServiceFormPage = ({ edited: given, draft, onLeave }: ServiceFormPageProps) => {
  // What is changed stays what it was when the form was opened.
  const [edited] = useState(given);
  const accounts = useMirror(({ users }) => (edited && accountCounts(users).get(edited.id)) ?? 0);
  const form = useServiceForm(edited ?? draft, edited, (name, addedId) => {
    announce(edited ? serviceWords.wasChanged({ name }) : serviceWords.wasAdded({ name }));
    onLeave(addedId);
  });
  const isRunning = form.running !== undefined;
  const { bind, unplaced } = useFields({
    shown: serviceFieldsOf[form.kind],
    values: form.values,
    error: form.error,
    occasion: 'service',
    isReadOnly: isRunning,
    focusOn: 'serviceName',
    onChange: form.change,
  });
  const buttons = useRef<HTMLDivElement>(null);
  const answer = form.offer ?? unplaced;
  useEffect(() => {
    // What the service said stands right above the buttons, and both must be in sight.
    if (answer !== undefined) buttons.current?.scrollIntoView({ block: 'end' });
  }, [answer]);
  const field = (key: ServiceField) => {
    const isFixed = accounts > 0 && fixedFields.has(key);
    return {
      ...bind(key),
      autoComplete: 'off',
      spellCheck: 'false',
      isReadOnly: isRunning || isFixed,
      ...(isFixed ? { hint: serviceWords.isFixed } : {}),
    } as const;
  };

  return (
    <>
      <PageHead
        title={edited ? serviceWords.editTitle({ name: edited.name }) : serviceWords.addTitle}
        onBack={() => onLeave()}
      />
      <Form
        validationBehavior="aria"
        onSubmit={(event) => {
          event.preventDefault();
          form.submit();
        }}
      >
        {!edited && (
          <Selection
            label={serviceWords.kind}
            options={kinds.map((id) => ({ id, name: serviceWords.kinds[id] }))}
            chosenId={form.kind}
            isDisabled={isRunning}
            onChoose={form.chooseKind}
          />
        )}
        {form.kind === 'appServices' && <AppServicesFields field={field} />}
        {form.kind === 'website' && <WebsiteFields field={field} />}
        {form.kind === 'openIdConnect' && (
          <IssuerFields field={field} form={form} hasExamples={accounts === 0} isRunning={isRunning} />
        )}
        <div role="status">{form.offer && <OfferView offer={form.offer} />}</div>
        {unplaced !== undefined && (
          <Message tone="fault" role="alert">
            {unplaced}
          </Message>
        )}
        <div ref={buttons} className={styles['buttons']}>
          {form.running && (
            <span role="status" className={styles['working']}>
              {serviceWords[working[form.running]]}
            </span>
          )}
          {(form.offer ?? edited) && (
            <Button isPending={isRunning} onPress={form.check}>
              {form.offer ? serviceWords.checkAgain : serviceWords.check}
            </Button>
          )}
          <Button type="submit" look="loud" isPending={isRunning}>
            {submitLabel(edited !== undefined, form.offer !== undefined)}
          </Button>
        </div>
      </Form>
    </>
  );
};

export type BoundField = (key: ServiceField) => ReturnType<
  ReturnType<typeof useFields<ServiceField>>['bind']
> & {
  readonly hint?: string;
};

const working = { check: 'checking', add: 'adding', save: 'saving' } as const;

const submitLabel = (isEdited: boolean, isChecked: boolean): string => {
  if (isEdited) return serviceWords.save;
  return isChecked ? serviceWords.add : serviceWords.check;
};
