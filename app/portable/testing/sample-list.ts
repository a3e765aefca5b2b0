import type { AppServicesService, OpenIdConnectService, WebsiteService } from '../../identity/service.ts';
import { serviceIdSchema } from '../../users/user.ts';

export const shop: AppServicesService = {
  id: serviceIdSchema.parse('shop'),
  kind: 'appServices',
  name: 'Shop',
  baseUrl: 'https://services.example.org',
  appId: 'shop-abcde',
  workspaceUrl: 'https://shop.example.org/',
};

export const work: OpenIdConnectService = {
  id: serviceIdSchema.parse('work'),
  kind: 'openIdConnect',
  name: 'Work',
  issuer: 'https://id.example.org/',
  clientId: 'hotseat',
  hasClientSecret: true,
  scopes: ['openid', 'email'],
  apiOrigins: ['https://api.example.org'],
  otherOrigins: ['https://elsewhere.example.net'],
  ways: ['browser', 'deviceCode'],
};

export const forum: WebsiteService = {
  id: serviceIdSchema.parse('forum'),
  kind: 'website',
  name: 'Forum',
  url: 'https://forum.example.org/',
  signInCookie: 'sid',
  signInOrigins: ['https://login.example.org'],
};

/** A file as Hotseat writes it, for tests that change one thing of it. */
export const sampleFile = {
  format: 'hotseat-accounts',
  version: 1,
  services: [
    { kind: 'appServices', name: 'Shop', baseUrl: 'https://services.example.org', appId: 'shop-abcde' },
    { kind: 'website', name: 'Forum', url: 'https://forum.example.org/', signInOrigins: [] },
  ],
  accounts: [
    { service: 0, subject: 'ana-1', email: 'ana@example.org', colour: 1 },
    { service: 1, subject: 'ana', name: 'Ana', nickname: 'Me', colour: 2, chosenColour: 'production' },
  ],
} as const;
