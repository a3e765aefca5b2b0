import type { ErrorReport } from '../../../app/contract/bridge.ts';
import type { ServiceDraft } from '../../../app/contract/service-draft.ts';
import type { ServiceView } from '../../../app/contract/views.ts';

export type AddedServiceView = Exclude<ServiceView, { kind: 'directory' }>;
export type AddedKind = ServiceDraft['kind'];

/** What stands in the form of a service, as text; the fields have the names that errors call them by. */
export interface ServiceForm {
  readonly serviceName: string;
  readonly baseUrl: string;
  readonly appId: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scopes: string;
  readonly apiOrigins: string;
  readonly workspaceUrl: string;
  readonly redirectPort: string;
  readonly websiteUrl: string;
  readonly signInCookie: string;
  readonly signInOrigins: string;
}

export type ServiceField = keyof ServiceForm;

export const emptyServiceForm: ServiceForm = {
  serviceName: '',
  baseUrl: '',
  appId: '',
  issuer: '',
  clientId: '',
  clientSecret: '',
  scopes: 'openid profile email offline_access',
  apiOrigins: '',
  workspaceUrl: '',
  redirectPort: '',
  websiteUrl: '',
  signInCookie: '',
  signInOrigins: '',
};

export const serviceFieldsOf: Readonly<Record<AddedKind, readonly ServiceField[]>> = {
  appServices: ['serviceName', 'baseUrl', 'appId', 'workspaceUrl'],
  website: ['serviceName', 'websiteUrl', 'signInOrigins', 'signInCookie'],
  openIdConnect: [
    'serviceName',
    'issuer',
    'clientId',
    'clientSecret',
    'scopes',
    'apiOrigins',
    'workspaceUrl',
    'redirectPort',
  ],
};

/** They say where tokens go, so they cannot change while the service has accounts. */
export const fixedFields: ReadonlySet<ServiceField> = new Set([
  'baseUrl',
  'appId',
  'issuer',
  'clientId',
  'apiOrigins',
  'websiteUrl',
]);

export const serviceFormOf = (service: AddedServiceView | ServiceDraft): ServiceForm => ({
  ...emptyServiceForm,
  serviceName: service.name,
  ...formPartOf(service),
});

const formPartOf = (service: AddedServiceView | ServiceDraft): Partial<ServiceForm> => {
  if (service.kind === 'appServices') {
    const { baseUrl, appId, workspaceUrl = '' } = service;
    return { baseUrl, appId, workspaceUrl };
  }
  if (service.kind === 'website') {
    const { url, signInCookie = '', signInOrigins } = service;
    return { websiteUrl: url, signInCookie, signInOrigins: signInOrigins.join('\n') };
  }
  const { issuer, clientId, scopes, apiOrigins, workspaceUrl = '', redirectPort } = service;
  return {
    issuer,
    clientId,
    scopes: scopes.join(' '),
    apiOrigins: apiOrigins.join('\n'),
    workspaceUrl,
    redirectPort: redirectPort === undefined ? '' : String(redirectPort),
  };
};

type InvalidInput = Extract<ErrorReport, { code: 'invalidInput' }>;

const optional: ReadonlySet<ServiceField> = new Set([
  'clientSecret',
  'scopes',
  'apiOrigins',
  'workspaceUrl',
  'redirectPort',
  'signInCookie',
  'signInOrigins',
]);

/** As in the contract's bounds of a draft. */
const longest: Readonly<Record<ServiceField, number>> = {
  serviceName: 200,
  baseUrl: 2048,
  appId: 512,
  issuer: 2048,
  clientId: 512,
  clientSecret: 2048,
  scopes: 8192,
  apiOrigins: 32_768,
  workspaceUrl: 2048,
  redirectPort: 16,
  websiteUrl: 2048,
  signInCookie: 256,
  signInOrigins: 32_768,
};

const longestScope = 256;
const mostScopes = 32;
const mostOrigins = 16;

/** The first thing that could not even be sent, from top to bottom; what it means is for main to say. */
export const faultInService = (kind: AddedKind, form: ServiceForm): InvalidInput | undefined => {
  for (const field of serviceFieldsOf[kind]) {
    const problem = problemOf(field, form[field].trim());
    if (problem) return { code: 'invalidInput', field, problem };
  }
  return undefined;
};

const problemOf = (field: ServiceField, text: string): InvalidInput['problem'] | undefined => {
  if (text === '') return optional.has(field) ? undefined : 'empty';
  if (text.length > longest[field]) return 'tooLong';
  if (field === 'redirectPort') return portIn(text) === undefined ? 'malformed' : undefined;
  const parts = wordsIn(text);
  if (field === 'scopes' && (parts.length > mostScopes || parts.some((part) => part.length > longestScope)))
    return 'tooLong';
  if (isOriginList(field) && (parts.length > mostOrigins || parts.some((part) => part.length > 2048)))
    return 'tooLong';
  return undefined;
};

const isOriginList = (field: ServiceField): boolean => field === 'apiOrigins' || field === 'signInOrigins';

/** What main is asked, of a form without a fault. An empty secret keeps the one that is there. */
export const serviceDraftOf = (
  kind: AddedKind,
  form: ServiceForm,
  isSecretRemoved: boolean,
): ServiceDraft => {
  const name = form.serviceName.trim();
  const workspace = form.workspaceUrl.trim();
  const workspaceUrl = workspace === '' ? {} : { workspaceUrl: workspace };
  if (kind === 'appServices')
    return { kind, name, baseUrl: form.baseUrl.trim(), appId: form.appId.trim(), ...workspaceUrl };
  if (kind === 'website') {
    const signInCookie = form.signInCookie.trim();
    return {
      kind,
      name,
      url: form.websiteUrl.trim(),
      ...(signInCookie === '' ? {} : { signInCookie }),
      signInOrigins: wordsIn(form.signInOrigins),
    };
  }
  const redirectPort = portIn(form.redirectPort.trim());
  return {
    kind,
    name,
    issuer: form.issuer.trim(),
    clientId: form.clientId.trim(),
    ...secretOf(form, isSecretRemoved),
    scopes: wordsIn(form.scopes),
    apiOrigins: wordsIn(form.apiOrigins),
    ...workspaceUrl,
    ...(redirectPort === undefined ? {} : { redirectPort }),
  };
};

const secretOf = ({ clientSecret }: ServiceForm, isRemoved: boolean): { readonly clientSecret?: string } => {
  if (isRemoved) return { clientSecret: '' };
  return clientSecret === '' ? {} : { clientSecret };
};

const wordsIn = (text: string): string[] => text.split(/[\s,]+/u).filter(Boolean);

const portIn = (text: string): number | undefined => {
  const port = /^\d{4,5}$/u.test(text) ? Number(text) : 0;
  return port >= 1024 && port <= 65_535 ? port : undefined;
};
