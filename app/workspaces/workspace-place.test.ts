import { describe, expect, it } from 'vitest';
import { directoryService, type OpenIdConnectService } from '../identity/service.ts';
import { serviceIdSchema } from '../users/user.ts';
import { placeOf } from './workspace-place.ts';

const id = serviceIdSchema.parse('a-service');

const issuer: OpenIdConnectService = {
  id,
  kind: 'openIdConnect',
  name: 'Issuer',
  issuer: 'https://id.example.test/realms/one',
  clientId: 'hotseat',
  hasClientSecret: false,
  scopes: ['openid'],
  apiOrigins: ['https://api.example.test'],
  workspaceUrl: 'https://App.example.test:443/start?view=1',
  otherOrigins: ['https://login.example.test', 'https://app.example.test'],
  ways: ['browser'],
};

describe('where a workspace is', () => {
  it('is the directory’s own page for its accounts', () => {
    expect(placeOf(directoryService)).toEqual({
      startUrl: 'directory://hotseat/',
      ownOrigins: ['directory://hotseat'],
      signInOrigins: [],
    });
  });

  it('is at the workspace address, and its sign-in at the issuer and its other origins', () => {
    expect(placeOf(issuer)).toEqual({
      startUrl: 'https://App.example.test:443/start?view=1',
      ownOrigins: ['https://app.example.test'],
      signInOrigins: ['https://id.example.test', 'https://login.example.test'],
    });
  });

  it('is nowhere without an address, or at one that is not safe to show', () => {
    const at = (workspaceUrl?: string) => placeOf({ ...issuer, workspaceUrl });
    expect(at()).toBeUndefined();
    expect(at('http://app.example.test/')).toBeUndefined();
    expect(at('https://ada@app.example.test/')).toBeUndefined();
  });

  it('is the address of a website, and signs in where the person has said', () => {
    const site = { id, kind: 'website', name: 'Site', url: 'https://site.test/' } as const;
    expect(placeOf({ ...site, signInOrigins: ['https://id.test', 'http://id.test'] })).toEqual({
      startUrl: 'https://site.test/',
      ownOrigins: ['https://site.test'],
      signInOrigins: ['https://id.test'],
    });
  });

  it('lets an App Services account sign in nowhere else', () => {
    const server = { id, kind: 'appServices', name: 'S', baseUrl: 'https://api.test', appId: 'a' } as const;
    expect(placeOf(server)).toBeUndefined();
    expect(placeOf({ ...server, workspaceUrl: 'http://127.0.0.1:8080/app' })).toMatchObject({
      ownOrigins: ['http://127.0.0.1:8080'],
      signInOrigins: [],
    });
  });
});
