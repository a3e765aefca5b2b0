import { expect, test } from 'vitest';
import { sampleAppServices, sampleIssuer } from '../../state/sample-services.ts';
import {
  emptyServiceForm,
  faultInService,
  serviceDraftOf,
  serviceFormOf,
  type ServiceForm,
} from './service-form-draft.ts';

const issuerForm = (part: Partial<ServiceForm> = {}): ServiceForm => ({
  ...serviceFormOf(sampleIssuer),
  ...part,
});

test('the first missing field is named, from top to bottom', () => {
  expect(faultInService('openIdConnect', emptyServiceForm)).toMatchObject({ field: 'serviceName' });
  expect(faultInService('appServices', { ...emptyServiceForm, serviceName: 'Lab' })).toEqual({
    code: 'invalidInput',
    field: 'baseUrl',
    problem: 'empty',
  });
});

test('fields of another kind do not matter', () => {
  const form = { ...serviceFormOf(sampleAppServices), redirectPort: 'none' };
  expect(faultInService('appServices', form)).toBeUndefined();
});

test.each(['80', '1023', '65536', '8080x', '-1', '0x1F90'])('%s is no redirect port', (redirectPort) => {
  expect(faultInService('openIdConnect', issuerForm({ redirectPort }))).toMatchObject({
    field: 'redirectPort',
    problem: 'malformed',
  });
});

test.each([
  ['serviceName', 201],
  ['issuer', 2_049],
  ['clientSecret', 2_049],
] as const)('%s of %i characters is too long', (field, length) => {
  expect(faultInService('openIdConnect', issuerForm({ [field]: 'x'.repeat(length) }))).toMatchObject({
    field,
    problem: 'tooLong',
  });
});

test('more API origins than the contract takes are told at their field', () => {
  const apiOrigins = Array.from({ length: 17 }, (_, n) => `https://api${n}.example.org`).join('\n');
  expect(faultInService('openIdConnect', issuerForm({ apiOrigins }))).toMatchObject({ field: 'apiOrigins' });
});

test('what was read into the form comes out of it as it was', () => {
  expect(serviceDraftOf('appServices', serviceFormOf(sampleAppServices), false)).toEqual({
    kind: 'appServices',
    name: 'Lab',
    baseUrl: 'https://services.example.org',
    appId: 'lab-app',
  });
  const service = {
    ...sampleIssuer,
    apiOrigins: ['https://api.example.org', 'https://files.example.org'],
    workspaceUrl: 'https://example.org/work',
    redirectPort: 8123,
  };
  const { id: _id, hasClientSecret: _has, ways: _ways, otherOrigins: _origins, ...rest } = service;
  expect(serviceDraftOf('openIdConnect', serviceFormOf(service), false)).toEqual(rest);
});

test('an empty secret keeps the one that is there; only removing takes it away', () => {
  expect(serviceDraftOf('openIdConnect', issuerForm(), false)).not.toHaveProperty('clientSecret');
  expect(serviceDraftOf('openIdConnect', issuerForm({ clientSecret: 'new' }), false)).toMatchObject({
    clientSecret: 'new',
  });
  expect(serviceDraftOf('openIdConnect', issuerForm({ clientSecret: 'new' }), true)).toMatchObject({
    clientSecret: '',
  });
});

test('scopes and origins are separated by whatever people separate them by', () => {
  const form = issuerForm({
    scopes: ' openid,  email\n',
    apiOrigins: 'https://a.example\n\nhttps://b.example ',
  });
  expect(serviceDraftOf('openIdConnect', form, false)).toMatchObject({
    scopes: ['openid', 'email'],
    apiOrigins: ['https://a.example', 'https://b.example'],
  });
});
