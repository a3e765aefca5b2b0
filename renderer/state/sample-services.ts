import type { ServiceId } from '../../app/contract/bridge.ts';
import type { ServiceView } from '../../app/contract/views.ts';

/** Services for tests, one of each kind. */
export const sampleServiceId = (id: string): ServiceId => {
  if (!isServiceId(id)) throw new Error(`${id} is no service id`);
  return id;
};

const isServiceId = (text: string): text is ServiceId => /^[a-z0-9-]{1,64}$/u.test(text);

export const sampleDirectory: ServiceView = {
  id: sampleServiceId('directory'),
  kind: 'directory',
  name: 'This computer',
};

export const sampleAppServices: Extract<ServiceView, { kind: 'appServices' }> = {
  id: sampleServiceId('service-0001'),
  kind: 'appServices',
  name: 'Lab',
  baseUrl: 'https://services.example.org',
  appId: 'lab-app',
};

export const sampleIssuer: Extract<ServiceView, { kind: 'openIdConnect' }> = {
  id: sampleServiceId('service-0002'),
  kind: 'openIdConnect',
  name: 'Clinic',
  issuer: 'https://login.example.org',
  clientId: 'hotseat',
  hasClientSecret: false,
  scopes: ['openid', 'profile', 'email', 'offline_access'],
  apiOrigins: [],
  otherOrigins: [],
  ways: ['browser', 'deviceCode'],
};
