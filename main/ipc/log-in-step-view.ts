import type { LogInStepView } from '../../app/contract/views.ts';
import type { LogInStep } from '../../app/identity/identity-provider.ts';

/** A step as the window may see it. The issuer's page stays with main: its address ties the login together. */
export const logInStepView = (step: LogInStep): LogInStepView => {
  if (step.kind === 'browser') return { kind: step.kind };
  if (step.kind === 'page') return { kind: step.kind, workspaceId: step.workspaceId };
  const { kind, userCode, verificationUrl, completeUrl, expiresAtMs } = step;
  return { kind, userCode, verificationUrl, completeUrl, expiresAtMs };
};
