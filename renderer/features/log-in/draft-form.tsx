import type { ReactNode } from 'react';
import type { ErrorReport } from '../../../app/contract/bridge.ts';
import { argumentsExample } from '../../text/arguments-example.ts';
import type { Occasion } from '../../text/sentences.ts';
import { words, logInWords } from '../../text/spoken.ts';
import { FieldsForm, type FieldLook } from '../fields/fields-form.tsx';
import type { DraftField, LogInDraft } from './log-in-draft.ts';

interface DraftFormProps {
  readonly fields: readonly DraftField[];
  readonly draft: LogInDraft;
  readonly submitLabel: string;
  readonly occasion: Occasion;
  readonly tone?: 'fault' | 'warning';
  readonly error: ErrorReport | undefined;
  readonly working: string | undefined;
  readonly isEmailFixed?: boolean;
  readonly focusOn?: DraftField | undefined;
  readonly onChange: (draft: LogInDraft) => void;
  readonly onSubmit: () => void;
  readonly onCancel?: () => void;
  readonly children?: ReactNode;
}

/** The fields of a way in, or of a new account. */
export const DraftForm = ({ draft, isEmailFixed = false, ...props }: DraftFormProps) => (
  <FieldsForm
    {...props}
    values={draft}
    looks={looks(isEmailFixed)}
    focusAfterFailure={secretIn(props.fields)}
  />
);

const looks = (isEmailFixed: boolean): Readonly<Record<DraftField, FieldLook>> => ({
  email: { label: words.email, inputMode: 'email', isReadOnly: isEmailFixed },
  password: { label: words.password, type: 'password' },
  name: { label: words.name, placeholder: words.optional },
  apiKey: { label: logInWords.apiKey, type: 'password' },
  token: { label: logInWords.token, type: 'password', hint: logInWords.tokenHint },
  arguments: {
    label: logInWords.arguments,
    rows: 4,
    hint: logInWords.argumentsHint,
    placeholder: argumentsExample,
  },
});

/** What a service refuses is most often the secret. */
const secretIn = (fields: readonly DraftField[]): DraftField | undefined =>
  fields.find((field) => field !== 'email' && field !== 'name');
