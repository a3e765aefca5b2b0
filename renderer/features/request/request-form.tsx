import type { ReactNode } from 'react';
import type { ErrorReport } from '../../../app/contract/bridge.ts';
import type { ServiceView } from '../../../app/contract/views.ts';
import { requestWords } from '../../text/spoken.ts';
import { Field } from '../../ui/field.tsx';
import { Message } from '../../ui/message.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Selection } from '../../ui/selection.tsx';
import { useFields } from '../fields/use-fields.ts';
import { hasFunctions } from './api-origin.ts';
import { CodeField } from './code-field.tsx';
import { hasBody, methods, type RequestDraft } from './request-draft.ts';
import styles from './request-form.module.css';
import { UrlField } from './url-field.tsx';

interface RequestFormProps {
  readonly service: ServiceView;
  readonly origin: string;
  readonly draft: RequestDraft;
  readonly error: ErrorReport | undefined;
  /** Buttons at the end of its first line. */
  readonly aside: ReactNode;
  readonly onChange: (part: Partial<RequestDraft>) => void;
}

const kinds = () => (['http', 'function'] as const).map((id) => ({ id, name: requestWords.kinds[id] }));

const methodOptions = methods.map((method) => ({ id: method, name: method }));

/** As errors name the fields. */
const httpFields = ['requestUrl', 'requestHeaders', 'requestBody'] as const;
const functionFields = ['functionName', 'arguments'] as const;
type FieldKey = (typeof httpFields)[number] | (typeof functionFields)[number];

/** What is sent: an HTTP request or a call of a function. */
export const RequestForm = ({ service, origin, draft, error, aside, onChange }: RequestFormProps) => {
  const kind = hasFunctions(service) ? draft.kind : 'http';
  const { bind, unplaced } = useFields<FieldKey>({
    shown: kind === 'http' ? httpFields : functionFields,
    values: {
      requestUrl: draft.url,
      requestHeaders: draft.headers,
      requestBody: draft.body,
      functionName: draft.functionName,
      arguments: draft.arguments,
    },
    error,
    isReadOnly: false,
    onChange: (values) =>
      onChange({
        url: values.requestUrl,
        headers: values.requestHeaders,
        body: values.requestBody,
        functionName: values.functionName,
        arguments: values.arguments,
      }),
  });
  return (
    <div className={styles['form']}>
      <div className={styles['head']}>
        {hasFunctions(service) && (
          <Segments
            label={requestWords.kind}
            options={kinds()}
            chosenId={kind}
            onChoose={(chosen) => onChange({ kind: chosen })}
          />
        )}
        <div className={styles['aside']}>{aside}</div>
      </div>
      {unplaced !== undefined && (
        <Message tone="fault" role="alert">
          {unplaced}
        </Message>
      )}
      {kind === 'http' ? (
        <>
          <div className={styles['line']}>
            <Selection
              label={requestWords.method}
              options={methodOptions}
              chosenId={methods.find((method) => method === draft.method)}
              onChoose={(method) => onChange({ method })}
            />
            <UrlField origin={origin} {...bind('requestUrl')} />
          </div>
          <div className={styles['texts']}>
            <CodeField
              label={requestWords.headers}
              hint={requestWords.headersHint}
              {...bind('requestHeaders')}
            />
            {hasBody(draft) && (
              <CodeField label={requestWords.body} json="perhaps" {...bind('requestBody')} />
            )}
          </div>
        </>
      ) : (
        <div className={styles['texts']}>
          <Field
            label={requestWords.functionName}
            autoComplete="off"
            spellCheck="false"
            {...bind('functionName')}
          />
          <CodeField
            label={requestWords.arguments}
            hint={requestWords.argumentsHint}
            json="json"
            {...bind('arguments')}
          />
        </div>
      )}
    </div>
  );
};
