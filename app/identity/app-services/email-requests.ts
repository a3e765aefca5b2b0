import { fail, succeed, type Outcome } from '../../outcome.ts';
import type { EmailPasswordRequest } from '../identity-provider.ts';
import type { Question } from './connection.ts';
import { textsIn } from './credentials.ts';
import { meaningToRequest } from './input-refusals.ts';
import type { AppServicesRoutes, EmailPasswordStep } from './routes.ts';
import { flawIn } from './typed-secret.ts';

const steps: Readonly<Record<EmailPasswordRequest['kind'], EmailPasswordStep>> = {
  confirm: 'confirm',
  sendConfirmation: 'confirm/send',
  callConfirmation: 'confirm/call',
  sendReset: 'reset/send',
  reset: 'reset',
  callReset: 'reset/call',
};

/** A request about an e-mail and password account: its fields are the body. A token that is none is refused here. */
export const questionOf = (request: EmailPasswordRequest, routes: AppServicesRoutes): Outcome<Question> => {
  const typed = 'token' in request ? [request.token, request.tokenId] : [];
  const flaw = typed.map((text) => flawIn(text, 'token')).find((found) => found !== undefined);
  if (flaw) return fail(flaw);
  const { kind, ...json } = request;
  return succeed({
    method: 'POST',
    path: routes.emailPassword(steps[kind]),
    json,
    secrets: Object.entries(json).flatMap(([field, value]) => (field === 'email' ? [] : textsIn(value))),
    meaning: meaningToRequest(request),
  });
};
