import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK, type JWTPayload } from 'jose';
import { listening } from './listening.ts';
import { canary } from './signing-in.ts';
import { clientId } from './openid-provider.ts';

type Json = Record<string, unknown>;
export interface RawAnswer {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body: Json | string;
}

/** A key of its own, as `jose` and as a JWKS have it. */
export interface SigningKey {
  readonly privateKey: CryptoKey;
  readonly jwk: JWK;
}

export const newSigningKey = async (kid: string): Promise<SigningKey> => {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  return { privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' } };
};

/** What it does otherwise than an honest provider; may be changed while it runs. */
export interface Mischief {
  metadata?: (honest: Json) => Json;
  /** The address that the browser is sent back to. */
  callback?: (honest: URL) => URL;
  claims?: (honest: JWTPayload) => JWTPayload;
  /** Signs, or does not, what the id_token says. */
  sign?: (claims: JWTPayload, key: SigningKey) => Promise<string>;
  /** What the token endpoint answers, by the grant that it is asked for. */
  token?: (honest: Json, grant: string) => RawAnswer;
  keys?: (honest: Json) => RawAnswer;
  userInfo?: (honest: Json) => RawAnswer;
  /** Without it there is nothing at that address. */
  revocation?: () => RawAnswer;
  device?: (honest: Json) => Json;
  /** By how much its clock is ahead. */
  aheadMs?: number;
}

/**
 * A provider for tests that breaks the rules. Honest until told otherwise, and everybody is Ada to it.
 */
export interface HostileProvider {
  readonly issuer: string;
  readonly mischief: Mischief;
  readonly key: SigningKey;
  readonly asked: readonly string[];
  readonly countOf: (path: string) => number;
  /** What it granted last. */
  readonly granted: () => { readonly accessToken: string; readonly refreshToken: string };
  readonly stop: () => Promise<void>;
}

export const startHostileProvider = async (): Promise<HostileProvider> => {
  const server = createServer();
  const issuer = `http://127.0.0.1:${await listening(server)}`;
  const mischief: Mischief = {};
  const key = await newSigningKey('first');
  const asked: string[] = [];
  let nonce: string | undefined;
  let granted = { accessToken: '', refreshToken: '' };

  const nowSeconds = (): number => Math.floor((Date.now() + (mischief.aheadMs ?? 0)) / 1000);

  const metadata = (): Json => ({
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    userinfo_endpoint: `${issuer}/userinfo`,
    revocation_endpoint: `${issuer}/revoke`,
    device_authorization_endpoint: `${issuer}/device`,
    response_types_supported: ['code'],
    id_token_signing_alg_values_supported: ['RS256'],
    authorization_response_iss_parameter_supported: true,
  });

  const idToken = async (): Promise<string> => {
    const honest: JWTPayload = {
      iss: issuer,
      sub: 'ada',
      aud: clientId,
      iat: nowSeconds(),
      exp: nowSeconds() + 300,
      auth_time: nowSeconds(),
      name: 'Ada',
      ...(nonce === undefined ? {} : { nonce }),
    };
    const claims = mischief.claims?.(honest) ?? honest;
    return mischief.sign?.(claims, key) ?? signed(claims, key);
  };

  const grant = async (): Promise<Json> => {
    granted = { accessToken: canary('ada', 'access'), refreshToken: canary('ada', 'refresh') };
    return {
      access_token: granted.accessToken,
      refresh_token: granted.refreshToken,
      id_token: await idToken(),
      token_type: 'Bearer',
      expires_in: 300,
    };
  };

  const answerTo = async (url: URL, body: URLSearchParams): Promise<RawAnswer> => {
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return { body: mischief.metadata?.(metadata()) ?? metadata() };
      case '/authorize': {
        nonce = url.searchParams.get('nonce') ?? undefined;
        const callback = new URL(url.searchParams.get('redirect_uri') ?? '');
        callback.searchParams.set('code', canary('ada', 'code'));
        callback.searchParams.set('state', url.searchParams.get('state') ?? '');
        callback.searchParams.set('iss', issuer);
        const location = (mischief.callback?.(callback) ?? callback).href;
        return { status: 302, headers: { location }, body: '' };
      }
      case '/token': {
        const honest = await grant();
        return mischief.token?.(honest, body.get('grant_type') ?? '') ?? { body: honest };
      }
      case '/jwks': {
        const honest = { keys: [key.jwk] };
        return mischief.keys?.(honest) ?? { body: honest };
      }
      case '/userinfo': {
        const honest = { sub: 'ada', name: 'Ada' };
        return mischief.userInfo?.(honest) ?? { body: honest };
      }
      case '/revoke':
        return mischief.revocation?.() ?? { status: 404, body: '' };
      case '/device': {
        const honest = {
          device_code: canary('ada', 'deviceCode'),
          user_code: 'ABCD-EFGH',
          verification_uri: `${issuer}/go`,
          expires_in: 600,
          interval: 5,
        };
        nonce = undefined;
        return { body: mischief.device?.(honest) ?? honest };
      }
      default:
        return { status: 404, body: '' };
    }
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    asked.push(`${request.method} ${request.url}`);
    const body = new URLSearchParams(await text(request));
    const answer = await answerTo(new URL(request.url ?? '', issuer), body);
    const isText = typeof answer.body === 'string';
    response.writeHead(answer.status ?? 200, {
      'content-type': isText ? 'text/html' : 'application/json',
      date: new Date(Date.now() + (mischief.aheadMs ?? 0)).toUTCString(),
      connection: 'close',
      ...answer.headers,
    });
    response.end(isText ? answer.body : JSON.stringify(answer.body));
  };
  server.on('request', (request, response) => void serve(request, response));

  return {
    issuer,
    mischief,
    key,
    asked,
    countOf: (path) => asked.filter((line) => line.split(' ')[1]?.split('?')[0] === path).length,
    granted: () => granted,
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};

export const signed = (claims: JWTPayload, { privateKey, jwk }: SigningKey, header: Json = {}) =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', kid: jwk.kid ?? '', ...header })
    .sign(privateKey, { crit: { unknown: true } });
