import { words, serviceWords } from '../../text/spoken.ts';
import { Field } from '../../ui/field.tsx';
import type { BoundField } from './service-form-page.tsx';

export const AppServicesFields = ({ field }: { readonly field: BoundField }) => (
  <>
    <Field label={serviceWords.name} hint={serviceWords.nameHint} {...field('serviceName')} />
    <Field
      label={serviceWords.baseUrl}
      placeholder="https://services.example.org"
      inputMode="url"
      {...field('baseUrl')}
    />
    <Field label={serviceWords.appId} {...field('appId')} />
    <Field
      label={serviceWords.workspaceUrl}
      hint={serviceWords.workspaceUrlHint}
      placeholder={words.optional}
      inputMode="url"
      {...field('workspaceUrl')}
    />
  </>
);
