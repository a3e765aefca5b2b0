import { fail, succeed, type Outcome } from '../../outcome.ts';
import type { JsonValue } from '../../ports.ts';
import type { EmailPasswordRequest } from '../identity-provider.ts';
import type { Question } from './connection.ts';
import { textsIn } from './credentials.ts';
import { meaningToRequest } from './input-refusals.ts';
import type { AppServicesRoutes, EmailPasswordStep } from './routes.ts';
import { flawIn } from './typed-secret.ts';

interface Body {
  readonly json: JsonValue;
  readonly secrets: readonly string[];
}

/** Body and path of a request about an e-mail and password account; a token that is none is refused here. */
export const questionOf = (request: EmailPasswordRequest, routes: AppServicesRoutes): Outcome<Question> => {
  const typed = 'token' in request ? [request.token, request.tokenId] : [];
  const flaw = typed.map((text) => flawIn(text, 'token')).find((found) => found !== undefined);
  return flaw
    ? fail(flaw)
    : succeed({
        method: 'POST',
        path: routes.emailPassword(steps[request.kind]),
        ...bodyOf(request),
        meaning: meaningToRequest(request),
      });
};

const steps: Readonly<Record<EmailPasswordRequest['kind'], EmailPasswordStep>> = {
  confirm: 'confirm',
  sendConfirmation: 'confirm/send',
  callConfirmation: 'confirm/call',
  sendReset: 'reset/send',
  reset: 'reset',
  callReset: 'reset/call',
};

const bodyOf = (request: EmailPasswordRequest): Body => {
  switch (request.kind) {
    case 'confirm': {
      const { token, tokenId } = request;
      return { json: { token, tokenId }, secrets: [token, tokenId] };
    }
    case 'sendConfirmation':
    case 'callConfirmation':
    case 'sendReset':
      return { json: { email: request.email }, secrets: [] };
    case 'reset': {
      const { token, tokenId, password } = request;
      return { json: { token, tokenId, password }, secrets: [token, tokenId, password] };
    }
    case 'callReset': {
      const { email, password } = request;
      const json = { email, password, arguments: request.arguments };
      return { json, secrets: [password, ...request.arguments.flatMap(textsIn)] };
    }
  }
};
