import { words, serviceWords } from '../../text/spoken.ts';
import { DialogText } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import type { BoundField } from './service-form-page.tsx';

export const WebsiteFields = ({ field }: { readonly field: BoundField }) => (
  <>
    <DialogText>{serviceWords.websiteHint}</DialogText>
    <Field label={serviceWords.name} hint={serviceWords.nameHint} {...field('serviceName')} />
    <Field
      label={serviceWords.websiteUrl}
      placeholder="https://example.org"
      inputMode="url"
      {...field('websiteUrl')}
    />
    <Field
      label={serviceWords.signInOrigins}
      rows={2}
      hint={serviceWords.signInOriginsHint}
      placeholder={words.optional}
      {...field('signInOrigins')}
    />
    <Field
      label={serviceWords.signInCookie}
      hint={serviceWords.signInCookieHint}
      placeholder={words.optional}
      {...field('signInCookie')}
    />
  </>
);
