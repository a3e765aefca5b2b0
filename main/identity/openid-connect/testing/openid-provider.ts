import { once } from 'node:events';
import { createServer } from 'node:http';
import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { Provider, type ClientMetadata, type Configuration } from 'oidc-provider';
import { listening } from './listening.ts';

export interface OpenIdPerson {
  /** The subject, which is also what the person types at the provider. */
  readonly sub: string;
  readonly name?: string;
  readonly email?: string;
}

/** A certified OpenID provider, running for real on loopback, with its own pages for the person. */
export interface OpenIdProvider {
  readonly issuer: string;
  /** `METHOD /path`, in order, of everything that was asked. */
  readonly asked: readonly string[];
  countOf(path: string): number;
  /** Refresh tokens that are good now. */
  liveRefreshTokens(): number;
  /** Ends every session of the person, as an administrator would. */
  revokeAllOf(sub: string): Promise<void>;
  /** Begins anew with another key: the old one is published no more, and sessions are forgotten. */
  rotateKeys(): Promise<void>;
  /** Answers everything with this status, or as usual again. */
  failWith(status: number | undefined): void;
  stop(): Promise<void>;
}

export interface OpenIdProviderOptions {
  readonly people: readonly OpenIdPerson[];
  readonly client?: Partial<ClientMetadata>;
  readonly configuration?: Configuration;
}

export const clientId = 'hotseat';

const newKey = async (): Promise<JWK> => {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return { ...(await exportJWK(privateKey)), kid: randomUUID(), use: 'sig', alg: 'RS256' };
};

const configurationOf = ({ people, client, configuration }: OpenIdProviderOptions): Configuration => ({
  clients: [
    {
      client_id: clientId,
      application_type: 'native',
      token_endpoint_auth_method: 'none',
      redirect_uris: ['http://127.0.0.1/callback'],
      grant_types: ['authorization_code', 'refresh_token', 'urn:ietf:params:oauth:grant-type:device_code'],
      response_types: ['code'],
      ...client,
    },
  ],
  findAccount: (_context, sub) => {
    const person = people.find((one) => one.sub === sub);
    return person && { accountId: sub, claims: () => ({ ...person }) };
  },
  claims: { openid: ['sub'], email: ['email'], profile: ['name'], auth_time: null, iss: null, sid: null },
  conformIdTokenClaims: false,
  rotateRefreshToken: true,
  ttl: {
    AccessToken: 600,
    RefreshToken: 86_400,
    Grant: 86_400,
    IdToken: 600,
    Interaction: 600,
    Session: 600,
    DeviceCode: 600,
  },
  cookies: { keys: [randomUUID()] },
  ...configuration,
  features: {
    devInteractions: { enabled: true },
    deviceFlow: { enabled: true },
    revocation: { enabled: true },
    rpInitiatedLogout: { enabled: true },
    ...configuration?.features,
  },
});

export const startOpenIdProvider = async (options: OpenIdProviderOptions): Promise<OpenIdProvider> => {
  const server = createServer();
  const issuer = `http://127.0.0.1:${await listening(server)}`;
  const asked: string[] = [];
  const live = new Map<string, string | undefined>();
  const configuration = configurationOf(options);
  let failure: number | undefined;

  const serve = async (): Promise<Provider> => {
    const provider = new Provider(issuer, { ...configuration, jwks: { keys: [await newKey()] } });
    provider.on('refresh_token.saved', (token) => {
      if (token.consumed) live.delete(token.jti);
      else live.set(token.jti, token.accountId);
    });
    provider.on('refresh_token.consumed', (token) => live.delete(token.jti));
    provider.on('refresh_token.destroyed', (token) => live.delete(token.jti));
    return provider;
  };
  let provider = await serve();
  let answer = provider.callback();
  server.on('request', (request, response) => {
    asked.push(`${request.method} ${request.url}`);
    if (failure !== undefined) response.writeHead(failure).end();
    else void answer(request, response);
  });

  return {
    issuer,
    asked,
    countOf: (path) => asked.filter((line) => line.split(' ')[1]?.split('?')[0] === path).length,
    liveRefreshTokens: () => live.size,
    revokeAllOf: async (sub) => {
      for (const [jti, accountId] of live) {
        const token = accountId === sub ? await provider.RefreshToken.find(jti) : undefined;
        await token?.destroy();
      }
    },
    rotateKeys: async () => {
      provider = await serve();
      answer = provider.callback();
    },
    failWith: (status) => {
      failure = status;
    },
    stop: async () => {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};
