import { useState } from 'react';
import { words, serviceWords } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Field } from '../../ui/field.tsx';
import { issuerExamples } from './issuer-examples.ts';
import styles from './service-form-page.module.css';
import type { BoundField } from './service-form-page.tsx';
import type { ServiceFormState } from './use-service-form.ts';

interface IssuerFieldsProps {
  readonly field: BoundField;
  readonly form: ServiceFormState;
  readonly hasExamples: boolean;
  readonly isRunning: boolean;
}

export const IssuerFields = ({ field, form, hasExamples, isRunning }: IssuerFieldsProps) => {
  const { values } = form;
  const [isOpened, setIsOpened] = useState(values.redirectPort !== '');
  const port = field('redirectPort');
  return (
    <>
      <Field label={serviceWords.name} hint={serviceWords.nameHint} {...field('serviceName')} />
      <Field
        label={serviceWords.issuer}
        hint={serviceWords.issuerHint}
        placeholder="https://login.example.org"
        inputMode="url"
        {...field('issuer')}
      />
      {hasExamples && (
        <p className={styles['examples']}>
          <span>{serviceWords.examples}</span>
          {issuerExamples.map((example) => (
            <Button
              key={example.name}
              look="link"
              isDisabled={isRunning}
              onPress={() =>
                form.change({
                  ...values,
                  ...example.form,
                  serviceName: values.serviceName || example.name,
                })
              }
            >
              {example.name}
            </Button>
          ))}
        </p>
      )}
      <Field label={serviceWords.clientId} hint={serviceWords.clientIdHint} {...field('clientId')} />
      <Field
        label={serviceWords.clientSecret}
        type="password"
        hint={form.hasSecret ? serviceWords.keepSecretHint : serviceWords.clientSecretHint}
        placeholder={form.hasSecret ? '' : words.optional}
        {...field('clientSecret')}
        isDisabled={form.isSecretRemoved}
      />
      {form.hasSecret && (
        <div className={styles['secret']}>
          <Choice
            label={serviceWords.removeSecret}
            hint={serviceWords.removeSecretHint}
            isSelected={form.isSecretRemoved}
            onChange={form.removeSecret}
          />
        </div>
      )}
      <Field label={serviceWords.scopes} hint={serviceWords.scopesHint} {...field('scopes')} />
      <Field
        label={serviceWords.apiOrigins}
        rows={2}
        hint={serviceWords.apiOriginsHint}
        placeholder="https://api.example.org"
        {...field('apiOrigins')}
      />
      <Field
        label={serviceWords.workspaceUrl}
        hint={serviceWords.workspaceUrlHint}
        placeholder={words.optional}
        inputMode="url"
        {...field('workspaceUrl')}
      />
      <Disclosure
        title={serviceWords.advanced}
        isOpen={isOpened || port.fault !== undefined}
        onToggle={setIsOpened}
      >
        <Field
          label={serviceWords.redirectPort}
          hint={serviceWords.redirectPortHint}
          placeholder={words.optional}
          inputMode="numeric"
          {...port}
        />
      </Disclosure>
    </>
  );
};
