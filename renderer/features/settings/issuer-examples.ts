import type { ServiceForm } from './service-form-draft.ts';

export interface IssuerExample {
  readonly name: string;
  readonly form: Pick<ServiceForm, 'issuer' | 'scopes'>;
}

const ordinary = 'openid profile email offline_access';

/** How issuers that many people have look; what is in capitals is to be replaced. docs/services/ has more. */
export const issuerExamples: readonly IssuerExample[] = [
  { name: 'Keycloak', form: { issuer: 'https://KEYCLOAK/realms/REALM', scopes: 'openid profile email' } },
  {
    name: 'Entra',
    form: { issuer: 'https://login.microsoftonline.com/TENANT_ID/v2.0', scopes: ordinary },
  },
  { name: 'Google', form: { issuer: 'https://accounts.google.com', scopes: 'openid email profile' } },
  { name: 'Auth0', form: { issuer: 'https://DOMAIN/', scopes: ordinary } },
  { name: 'GitLab', form: { issuer: 'https://gitlab.com', scopes: 'openid profile email' } },
];
